package droppedwhenfull

import "net/http/httptest"

func Exercise() {
	r := httptest.NewRequest("GET", "/", nil)
	w := httptest.NewRecorder()
	(&events{queue: make(chan string)}).note(w, r)
}

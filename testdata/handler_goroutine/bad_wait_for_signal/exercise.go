package waitforsignal

import "net/http/httptest"

func Exercise() {
	r := httptest.NewRequest("GET", "/", nil)
	w := httptest.NewRecorder()
	l := &lobby{started: make(chan int)}
	l.join(w, r)
}

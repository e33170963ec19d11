package chat

import "net/http/httptest"

func Exercise() {
	b := &bot{inbox: make(chan string)}
	b.slash(httptest.NewRecorder(), httptest.NewRequest("GET", "/now", nil))
}

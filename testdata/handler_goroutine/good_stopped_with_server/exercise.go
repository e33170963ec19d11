package stoppedwithserver

import "net/http/httptest"

func Exercise() {
	r := httptest.NewRequest("GET", "/", nil)
	w := httptest.NewRecorder()
	h := &hub{closing: make(chan struct{})}
	h.subscribe(w, r)
	h.Close()
}

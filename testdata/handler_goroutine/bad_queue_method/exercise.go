package queuemethod

import "net/http/httptest"

func Exercise() {
	r := httptest.NewRequest("GET", "/", nil)
	w := httptest.NewRecorder()
	t := newTracker()
	t.ServeHTTP(w, r)
	t.ServeHTTP(w, r)
}

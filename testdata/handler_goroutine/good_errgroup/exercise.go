package errgroup

import "net/http/httptest"

func Exercise() {
	r := httptest.NewRequest("GET", "/", nil)
	w := httptest.NewRecorder()
	fetch(w, r)
}

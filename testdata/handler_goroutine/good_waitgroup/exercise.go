package waitgroup

import "net/http/httptest"

func Exercise() {
	r := httptest.NewRequest("GET", "/", nil)
	w := httptest.NewRecorder()
	gather(w, r)
	deferred(w, r)
}

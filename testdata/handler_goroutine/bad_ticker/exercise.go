package ticker

import "net/http/httptest"

func Exercise() {
	r := httptest.NewRequest("GET", "/", nil)
	w := httptest.NewRecorder()
	new(progress).show(w, r)
}

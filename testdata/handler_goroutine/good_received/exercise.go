package received

import "net/http/httptest"

func Exercise() {
	r := httptest.NewRequest("GET", "/", nil)
	w := httptest.NewRecorder()
	show(w, r)
}

package quote

import "net/http/httptest"

func Exercise() {
	show(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
}

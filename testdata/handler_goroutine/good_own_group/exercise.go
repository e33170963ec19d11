package notify

import "net/http/httptest"

func Exercise() {
	Restart([]string{"a", "b"})(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
}

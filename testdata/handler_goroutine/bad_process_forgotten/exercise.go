package processforgotten

import "net/http/httptest"

func Exercise() {
	s := &server{command: []string{"sleep", "5"}}
	s.start(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
}

package follow

import (
	"net/http/httptest"

	"golintsched.test/cases/handler_goroutine/good_unknown_call/logs"
)

func Exercise() {
	s := &server{source: logs.Open()}
	s.follow(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
	s.source.Close()
}

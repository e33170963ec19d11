package processkept

import (
	"net/http/httptest"
	"os/exec"
)

func Exercise() {
	s := &server{running: map[string]*exec.Cmd{}, command: []string{"sleep", "60"}}
	s.start(httptest.NewRecorder(), httptest.NewRequest("GET", "/start?name=a", nil))
	s.stop(httptest.NewRecorder(), httptest.NewRequest("GET", "/stop?name=a", nil))
}

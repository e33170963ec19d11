package session

import (
	"net/http/httptest"
	"strings"
)

func Exercise() {
	m := &manager{over: func() {}}
	m.session(httptest.NewRecorder(), httptest.NewRequest("POST", "/", strings.NewReader("hello")))
}

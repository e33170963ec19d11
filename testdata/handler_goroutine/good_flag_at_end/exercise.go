package flagatend

import (
	"net/http/httptest"
	"strings"
)

func Exercise() {
	s := &server{}
	s.read(httptest.NewRecorder(), httptest.NewRequest("POST", "/", strings.NewReader("abc")))
	s.count(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
}

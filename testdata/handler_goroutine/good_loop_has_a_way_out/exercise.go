package sessions

import (
	"errors"
	"net/http/httptest"
	"time"
)

type line struct{ left int }

func (l *line) Write(text []byte) (int, error) {
	if l.left == 0 {
		return 0, errors.New("closed")
	}
	l.left--
	return len(text), nil
}

// Exercise serves one request, whose session ends a moment later.
func Exercise() {
	s := &server{idle: time.Millisecond, line: &line{left: 3}}
	s.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
	time.Sleep(10 * time.Millisecond)
	s.leave()
}

package retried

import (
	"errors"
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	next := http.NotFoundHandler()
	handler := audited(next, func(string) error { return errors.New("full") })
	handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
}

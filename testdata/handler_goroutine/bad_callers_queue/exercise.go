package access

import (
	"net/http"
	"net/http/httptest"
)

var queue = make(chan entry) // its reader has stopped

// Exercise serves one request.
func Exercise() {
	handler := Log(queue)(http.NotFoundHandler())
	handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
}

package trace

import (
	"io"
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	Get(http.DefaultClient, server.URL, io.Discard)
}

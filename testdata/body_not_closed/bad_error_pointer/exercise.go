package orders

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	Get(http.DefaultClient, server.URL)
	Ask(http.DefaultClient, server.URL)
}

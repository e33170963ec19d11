package client

import (
	"net/http"
	"net/http/httptest"
	"strings"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"name": "one"}` + strings.Repeat(" ", 1<<20)))
	}))
	_, _ = Name(server.URL)
}

package getbyhelper

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(strings.Repeat("x", 1<<20)))
	}))
	s := &store{client: &http.Client{Transport: &http.Transport{}}, base: server.URL + "/"}
	_ = s.healthy(context.Background())
	s.has("/a")
}

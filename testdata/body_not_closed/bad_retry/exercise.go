package retry

import (
	"net/http"
	"net/http/httptest"
	"strings"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, strings.Repeat("busy ", 1<<18), http.StatusServiceUnavailable)
	}))
	if resp, err := get(server.URL); err == nil {
		resp.Body.Close()
	}
}

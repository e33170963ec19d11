package proxy

import (
	"net/http"
	"net/http/httptest"
	"strings"
)

func Exercise() {
	much := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(strings.Repeat("much ", 1<<18)))
	}))
	req, _ := http.NewRequest(http.MethodGet, much.URL, http.NoBody)
	req.Header.Set("Target", much.URL)
	ask(httptest.NewRecorder(), req)
	forward(httptest.NewRecorder(), req)
	send(req)
}

package proxy

import (
	"net/http"
	"net/http/httptest"
	"strings"
)

func get(address, target string) {
	req, _ := http.NewRequest(http.MethodGet, address, http.NoBody)
	req.Header.Set("Target", target)
	if resp, err := http.DefaultClient.Do(req); err == nil {
		resp.Body.Close()
	}
}

func Exercise() {
	much := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(strings.Repeat("much ", 1<<18)))
	}))
	for _, traced := range []bool{true, false} {
		mine := &proxy{http.DefaultTransport, strings.TrimPrefix(much.URL, "http://"), traced}
		server := httptest.NewServer(mine)
		get(server.URL, "")
		server.Close()
	}
	server := httptest.NewServer(http.HandlerFunc(ask))
	get(server.URL, much.URL)
	server.Close()
	http.DefaultClient.CloseIdleConnections()
	much.Close()
}

package goroutine

import (
	"io"
	"net/http"
	"net/http/httptest"
	"time"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	_ = follow(server.URL, func([]byte) {})
	time.Sleep(50 * time.Millisecond)
	if r, err := pipe(server.URL); err == nil {
		_, _ = io.Copy(io.Discard, r)
	}
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}

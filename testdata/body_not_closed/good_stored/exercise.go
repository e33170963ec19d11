package stored

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	p := &pool{open: map[string]*http.Response{}, ready: make(chan *http.Response, 1)}
	_ = p.add(server.URL)
	p.send(server.URL)
	select {
	case resp := <-p.ready:
		resp.Body.Close()
	default:
	}
	p.close()
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}

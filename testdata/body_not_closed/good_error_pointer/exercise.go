package orders

import (
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	client := &http.Client{Transport: &http.Transport{}}
	for _, address := range []string{server.URL, "http://127.0.0.1:0", "::"} {
		Get(client, address)
	}
	client.CloseIdleConnections()
	server.Close()
}

package written

import (
	"io"
	"net/http"
	"net/http/httptest"
)

func Exercise() {
	server := httptest.NewServer(http.NotFoundHandler())
	request, err := http.NewRequest(http.MethodGet, server.URL, nil)
	if err != nil {
		panic(err)
	}
	if err := Pass(http.DefaultTransport, request, io.Discard); err != nil {
		panic(err)
	}
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}

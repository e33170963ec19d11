package charger

import (
	"net/http"
	"net/http/httptest"
	"strings"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(strings.Repeat("none ", 1<<18)))
	}))
	_ = newCharger(server.URL).Start()
	Ping(server.URL)
}

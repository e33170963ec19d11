package client

import (
	"net/http"
	"net/http/httptest"
	"strings"

	"golintsched.test/cases/body_not_closed/good_closed_elsewhere/decode"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"name": "one"}` + strings.Repeat(" ", 1<<20)))
	}))
	_, _ = Name(server.URL)
	_, _ = Text(server.URL)
	_ = Later(server.URL)
	for _, each := range decode.Kept {
		_ = each.Body.Close()
	}
	http.DefaultClient.CloseIdleConnections()
	server.Close()
}

package never

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
)

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `{"Queued": 1}`, strings.Repeat(" ", 1<<20))
	}))
	h := &hook{url: server.URL, h: &http.Client{}}
	_, _ = h.fire(context.Background(), "pushed")
}

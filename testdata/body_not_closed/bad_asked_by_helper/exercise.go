package askedbyhelper

import (
	"net/http"
	"net/http/httptest"
	"strings"
)

func Exercise() {
	text := []byte(strings.Repeat("x", 1<<20))
	good := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(text) }))
	poor := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNotFound)
		_, _ = w.Write(text)
	}))
	_, _ = fetch(poor.URL)
	_, _ = copied(good.URL, &status{StatusCode: http.StatusNotFound})
}

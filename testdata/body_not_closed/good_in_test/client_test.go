package intest

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

//proof:none a test alone

func TestStatus(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()

	resp, err := http.Get(server.URL) // wantlow "`resp.Body` is never closed in TestStatus"
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusNotFound {
		t.Fatal(resp.Status)
	}
}

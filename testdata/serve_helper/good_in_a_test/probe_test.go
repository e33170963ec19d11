package inatest

import (
	"net/http"
	"testing"
)

func TestHandler(t *testing.T) {
	go func() {
		if err := http.ListenAndServe("127.0.0.1:0", handler()); err != nil {
			t.Error(err)
		}
	}()
}

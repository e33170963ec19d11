package demand

import (
	"errors"
	"net/http"
	"testing"
)

//proof:none a test alone

func TestRefused(t *testing.T) {
	resp, err := http.Get("http://localhost:1")
	if err == nil {
		t.Fatal("answered")
	}
	if errors.Is(err, http.ErrHandlerTimeout) {
		t.Log(resp)
	}
}

func TestRefusedAtAll(t *testing.T) {
	_, err := http.Get("http://localhost:1")
	if err == nil {
		t.Errorf("answered")
	}
	_, err = http.Post("http://localhost:1", "text/plain", nil)
	if got := err.Error(); got == "" {
		t.Error("no message")
	}
}

func TestRefusedForAReason(t *testing.T) {
	_, err := http.Get("http://localhost:1")
	if !errors.Is(err, http.ErrServerClosed) {
		t.Fatalf("got %v", err)
	}
	_, err = http.DefaultTransport.RoundTrip(new(http.Request))
	if err != http.ErrUseLastResponse {
		t.Errorf("got %v", err)
	}
}

package chat

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"sync"
)

// once says one thing, and ends when it is told to.
type once struct {
	said bool
	end  chan struct{}
	gone *sync.WaitGroup
}

func (o *once) Read() (string, error) {
	if !o.said {
		o.said = true
		return "hello", nil
	}
	<-o.end
	return "", errors.New("gone")
}

func (o *once) Write(string) error { return nil }

func (o *once) Close() error { o.gone.Done(); return nil }

func Exercise() {
	h := newHub()
	go h.run()
	end := make(chan struct{})
	var gone sync.WaitGroup
	handler := h.serve(func(http.ResponseWriter) conn {
		gone.Add(1)
		return &once{end: end, gone: &gone}
	})
	handler(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
	handler(httptest.NewRecorder(), httptest.NewRequest("GET", "/?plain", nil))
	close(end)
	gone.Wait()
	close(h.stop)
}

package goroutine

import "net/http"

type metrics struct {
	errors chan error
	mux    *http.ServeMux
}

func newMetrics() *metrics {
	return &metrics{errors: make(chan error, 1), mux: http.NewServeMux()}
}

func (m *metrics) start(addr string) {
	go func() {
		m.errors <- http.ListenAndServe(addr, m.mux) // want "serves without any timeout"
	}()
}

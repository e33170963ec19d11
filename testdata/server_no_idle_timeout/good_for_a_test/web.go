// Package web shows what happens in a test.
package web

import (
	"net"
	"net/http"
	"testing"
)

// Env is the environment of a test.
type Env struct{ tb testing.TB }

// Start serves until the test is over.
func (e *Env) Start(ln net.Listener) {
	srv := &http.Server{Handler: http.NotFoundHandler(), ReadHeaderTimeout: 0}
	go srv.Serve(ln)
	e.tb.Cleanup(func() { srv.Close() })
}

// Hook serves a test until it stops it.
func Hook(tb testing.TB, ln net.Listener) func() error {
	srv := &http.Server{Handler: http.NotFoundHandler()}
	go func() { srv.Serve(ln) }()
	return srv.Close
}

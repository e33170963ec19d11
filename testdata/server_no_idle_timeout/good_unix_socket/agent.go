// Package agent serves the processes of its own machine.
package agent

import (
	"fmt"
	"net"
	"net/http"
	"os"
)

// Agent answers on a unix socket.
type Agent struct {
	path     string
	server   *http.Server
	listener net.Listener
}

// New returns an agent for the socket at path.
func New(path string) *Agent { return &Agent{path: path} }

// Start serves until Stop.
func (a *Agent) Start() error {
	listener, err := a.listen()
	if err != nil {
		return err
	}
	a.server = &http.Server{Handler: http.NotFoundHandler()}
	a.listener = listener
	go func() {
		_ = a.server.Serve(a.listener)
	}()
	return nil
}

func (a *Agent) listen() (net.Listener, error) {
	if err := os.Remove(a.path); err != nil && !os.IsNotExist(err) {
		return nil, fmt.Errorf("remove %s: %w", a.path, err)
	}
	return net.Listen("unix", a.path)
}

// Stop ends it.
func (a *Agent) Stop() error { return a.server.Close() }

package control

import (
	"context"
	"net"
	"net/http"
	"sync"
)

type control struct {
	mu       sync.Mutex
	listener net.Listener
	server   *http.Server
}

// serve listens for the command line of the same machine only.
func (c *control) serve(ctx context.Context, path string) error {
	var config net.ListenConfig
	var err error
	c.mu.Lock()
	c.listener, err = config.Listen(ctx, "unix", path)
	if err != nil {
		c.mu.Unlock()
		return err
	}
	c.server = &http.Server{Handler: http.NotFoundHandler()}
	c.mu.Unlock()
	return c.server.Serve(c.listener)
}

func (c *control) close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.server.Close()
}

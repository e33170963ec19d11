// Package logs follows what others have written.
package logs

import (
	"context"
	"errors"
)

// Conn ends all of its reads when it is closed.
type Conn struct{ closed chan struct{} }

// Open returns a connection.
func Open() *Conn { return &Conn{closed: make(chan struct{})} }

// Close ends the connection.
func (c *Conn) Close() { close(c.closed) }

// Next returns the next line.
func (c *Conn) Next(ctx context.Context) (string, error) {
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case <-c.closed:
		return "", errors.New("closed")
	}
}

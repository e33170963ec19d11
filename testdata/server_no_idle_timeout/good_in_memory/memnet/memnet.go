// Package memnet has networks inside the process.
package memnet

import (
	"net"
	"sync"
)

type addr string

func (addr) Network() string  { return "memory" }
func (a addr) String() string { return string(a) }

// Listener accepts what is dialled.
type Listener struct {
	addr   addr
	dialed chan net.Conn
	once   sync.Once
	closed chan struct{}
}

// Listen makes a listener.
func Listen(name string) *Listener {
	return &Listener{addr: addr(name), dialed: make(chan net.Conn), closed: make(chan struct{})}
}

// Accept returns the other end of a connection.
func (l *Listener) Accept() (net.Conn, error) {
	select {
	case conn := <-l.dialed:
		return conn, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

// Dial makes a connection.
func (l *Listener) Dial() (net.Conn, error) {
	here, there := net.Pipe()
	select {
	case l.dialed <- there:
		return here, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

// Close ends it.
func (l *Listener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

// Addr returns its name.
func (l *Listener) Addr() net.Addr { return l.addr }

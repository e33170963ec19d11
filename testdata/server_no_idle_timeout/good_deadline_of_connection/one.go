// Package one serves connections that others have accepted.
package one

import (
	"context"
	"io"
	"net"
	"net/http"
	"sync"
	"time"
)

// only is a listener that has one connection.
type only struct {
	conn net.Conn
	once sync.Once
}

func listen(conn net.Conn) net.Listener { return &only{conn: conn} }

func (o *only) Accept() (net.Conn, error) {
	var conn net.Conn
	o.once.Do(func() { conn = o.conn })
	if conn == nil {
		return nil, io.EOF
	}
	return conn, nil
}

func (o *only) Close() error   { return nil }
func (o *only) Addr() net.Addr { return o.conn.LocalAddr() }

// Handle serves one connection, which the end of the network ends.
func Handle(network context.Context, conn net.Conn, handler http.Handler) {
	context.AfterFunc(network, func() { conn.SetDeadline(time.Now()) })
	srv := &http.Server{Handler: handler}
	go srv.Serve(listen(conn))
}

// HandleFor serves one connection for a while.
func HandleFor(conn net.Conn, limit time.Duration) {
	conn.SetReadDeadline(time.Now().Add(limit))
	serve(conn)
}

func serve(conn net.Conn) {
	srv := &http.Server{Handler: http.NotFoundHandler()}
	srv.Serve(listen(conn))
}

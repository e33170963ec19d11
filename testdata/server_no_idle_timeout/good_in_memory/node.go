// Package node asks itself.
package node

import (
	"net/http"

	"golintsched.test/cases/server_no_idle_timeout/good_in_memory/memnet"
)

// Node serves those who know its listener.
type Node struct {
	api    *http.Server
	listen *memnet.Listener
}

// Start serves until it is closed.
func (n *Node) Start() {
	local := memnet.Listen("node.sock:80")
	n.listen = local
	n.api = &http.Server{Handler: http.NotFoundHandler()}
	go func() { n.api.Serve(local) }()
}

// Close ends it.
func (n *Node) Close() error { return n.api.Close() }

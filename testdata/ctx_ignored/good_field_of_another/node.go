package node

import (
	"context"
	"log"
	"time"
)

// node lives as long as the process.
type node struct {
	ctx     context.Context
	pending int
}

func newNode() *node { return &node{ctx: context.Background()} }

// request ends with whoever asked.
type request struct {
	ctx context.Context
	err error
}

func (r *request) restart(parent context.Context) context.CancelFunc {
	var cancel context.CancelFunc
	r.ctx, cancel = context.WithCancel(parent)
	return cancel
}

func (n *node) start() { go n.monitor() }

func (n *node) monitor() {
	for range time.Tick(time.Hour) {
		record(n.ctx, n.pending)
	}
}

func record(ctx context.Context, pending int) { log.Println(ctx, pending) }

//proof:none the goroutine does stay; that no context could end it is GLS104's matter

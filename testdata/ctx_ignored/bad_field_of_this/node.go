package node

import (
	"context"
	"log"
	"time"
)

// node lives until it is closed.
type node struct {
	ctx     context.Context
	pending int
}

func newNode() *node { return &node{ctx: context.Background()} }

func (n *node) open(parent context.Context) context.CancelFunc {
	var cancel context.CancelFunc
	n.ctx, cancel = context.WithCancel(parent)
	go n.monitor()
	return cancel
}

func (n *node) monitor() {
	for range time.Tick(time.Hour) { // want "this loop ignores n.ctx"
		record(n.ctx, n.pending)
	}
}

func record(ctx context.Context, pending int) { log.Println(ctx, pending) }

package methodfield

import (
	"context"
	"strings"
)

type indexer struct {
	ctx   context.Context
	lines chan string
	marks chan struct{}
	words map[string]int
}

func newIndexer(parent context.Context) (*indexer, context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	return &indexer{ctx: ctx, lines: make(chan string), marks: make(chan struct{}), words: map[string]int{}}, cancel
}

func (x *indexer) Start() {
	go x.run()
}

func (x *indexer) run() {
	for {
		select { // want "this select ignores x.ctx"
		case line := <-x.lines:
			for _, word := range strings.Fields(line) {
				x.words[word]++
			}
		case <-x.marks:
			clear(x.words)
		}
	}
}

// Package good feeds cursors that other packages read.
package good

import (
	"context"
	"sync"
)

// Cursor hands rows to a caller, who says when it has enough; a row that cannot be read ends it.
type Cursor struct {
	Rows   chan string
	Failed chan error
	close  sync.Once
	over   chan struct{}
}

// NewCursor returns a cursor with some room, and all the room that an error needs.
func NewCursor() *Cursor {
	return &Cursor{Rows: make(chan string, 4), Failed: make(chan error, 1), over: make(chan struct{})}
}

// Close says that nobody reads any more.
func (c *Cursor) Close() { c.close.Do(func() { close(c.over) }) }

// Closed is closed when nobody reads any more.
func (c *Cursor) Closed() <-chan struct{} { return c.over }

// Feed sends each row, and one error.
func Feed(cursor *Cursor, next func() (string, error)) {
	for {
		row, err := next()
		if err != nil {
			cursor.Failed <- err
			return
		}
		select {
		case cursor.Rows <- row:
		case <-cursor.Closed():
			return
		}
	}
}

// Sum is fed too, by one who reads itself to the end.
type Sum struct {
	Parts chan int
	ctx   context.Context
}

// Add sends a part unless the context is over.
func (s *Sum) Add(part int) bool {
	select {
	case s.Parts <- part:
		return true
	case <-s.ctx.Done():
		return false
	}
}

// Total adds up all parts, whatever the context says.
func Total(ctx context.Context, parts []int) int {
	sum := &Sum{Parts: make(chan int), ctx: ctx}
	go func() {
		defer close(sum.Parts)
		for _, part := range parts {
			sum.Parts <- part
		}
	}()
	total := 0
	for part := range sum.Parts {
		total += part
	}
	return total
}

// Tank is filled through a channel that a goroutine here drains.
type Tank struct {
	Drops chan<- int
	ctx   context.Context
}

// NewTank returns a tank that takes whatever comes.
func NewTank(ctx context.Context) *Tank {
	drops := make(chan int)
	go func() {
		for range drops {
			continue
		}
	}()
	return &Tank{Drops: drops, ctx: ctx}
}

// Drop adds one drop.
func (t *Tank) Drop(size int) {
	select {
	case t.Drops <- size:
	case <-t.ctx.Done():
	}
}

// Fill adds many.
func (t *Tank) Fill(sizes []int) {
	defer close(t.Drops)
	for _, size := range sizes {
		t.Drops <- size
	}
}

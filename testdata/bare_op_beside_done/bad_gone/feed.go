// Package bad feeds cursors that other packages read.
package bad

import (
	"bufio"
	"io"
	"strings"
	"sync"
)

// Cursor hands rows to a caller, who says when it has enough.
type Cursor struct {
	Rows  chan string
	close sync.Once
	over  chan struct{}
}

// NewCursor returns a cursor with some room.
func NewCursor() *Cursor {
	return &Cursor{Rows: make(chan string, 4), over: make(chan struct{})}
}

// Close says that nobody reads any more.
func (c *Cursor) Close() { c.close.Do(func() { close(c.over) }) }

// Closed is closed when nobody reads any more.
func (c *Cursor) Closed() <-chan struct{} { return c.over }

// Feed reads the table, and then what is added to it.
func Feed(cursor *Cursor, table string, added <-chan string) {
	scan(cursor, strings.NewReader(table))
	follow(cursor, added)
}

func scan(cursor *Cursor, source io.Reader) {
	lines := bufio.NewScanner(source)
	for lines.Scan() {
		if lines.Text() == "" {
			continue
		}
		cursor.Rows <- lines.Text() // want "once who reads `cursor.Rows` has gone: nobody here listens for `<-cursor.Closed\\(\\)`"
	}
}

func follow(cursor *Cursor, added <-chan string) {
	for row := range added {
		select {
		case cursor.Rows <- row:
		case <-cursor.Closed():
			return
		}
	}
}

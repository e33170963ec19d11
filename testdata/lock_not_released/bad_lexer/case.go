package lexer

import (
	"errors"
	"io"
	"sync"
)

type Source struct {
	mu  sync.Mutex
	buf []byte
	pos int
	eof bool
}

func NewSource(b []byte) *Source { return &Source{buf: b} }

// Next reads one byte and folds CR LF into LF.
func (s *Source) Next() (b byte, err error) {
	s.mu.Lock() // want "locked"
again:
	if s.pos >= len(s.buf) {
		s.eof = true
		err = io.EOF
		goto fail
	}
	b = s.buf[s.pos]
	s.pos++
	if b == '\r' {
		goto again
	}
	if b == 0 {
		err = errors.New("NUL in source")
		goto fail
	}
	s.mu.Unlock()
	return b, nil
fail:
	return 0, err
}

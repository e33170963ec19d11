package logged

import (
	"io"
	"log"
	"sync/atomic"
)

type signal struct{}

const backlog = 0

type flusher struct {
	flushes atomic.Int64
	kick    chan signal
	logs    *log.Logger
}

func newFlusher(w io.Writer) *flusher {
	return &flusher{kick: make(chan signal, backlog), logs: log.New(w, "", 0)}
}

// Request has the buffers flushed soon.
func (f *flusher) Request() {
	select {
	case f.kick <- signal{}: // want "`f.kick` has no buffer"
	default:
		f.logs.Print("flush is under way")
	}
}

func (f *flusher) loop() {
	for {
		<-f.kick
		f.flushes.Add(1)
	}
}

package tickerrange

import (
	"io"
	"runtime"
	"time"

	"golintsched.test/cases/prove"
)

type file struct {
	io.Reader
	open *int
}

func (f file) Close() error { *f.open--; return nil }

func Exercise() {
	ended := make(chan struct{})
	open := 0
	p := &poller{every: time.Millisecond, open: func() io.ReadCloser { open++; return file{open: &open} }}
	p.read = func(io.Reader) {
		if open == 3 {
			prove.Count("files open", open)
			runtime.Goexit()
		}
	}
	go func() {
		defer close(ended)
		p.run()
	}()
	<-ended
}

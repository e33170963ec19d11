package missingreturn

import "errors"

type reader struct {
	lines chan string
	err   error
}

func open() *reader { return &reader{lines: make(chan string, 4)} }

func (r *reader) read(next func() (string, error)) {
	line, err := next()
	if err != nil {
		r.err = err
		close(r.lines)
	}
	r.lines <- line // want "this send on `lines` panics"
}

var errEnd = errors.New("end")

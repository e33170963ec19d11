// Package good copies what it is asked for.
package good

import "errors"

// Pipe is what comes of a stream.
type Pipe struct{ text string }

// Close ends the stream.
func (p *Pipe) Close() error { return nil }

func open(name string) *Pipe { return &Pipe{name} }

// Copy follows one stream or two, and waits for the second once the first has ended.
func Copy(out, err bool, stop <-chan struct{}, write func(string) error) error {
	if !out && !err {
		return errors.New("nothing to copy")
	}
	fromErr := make(chan error)
	fromOut := make(chan error)
	var outPipe, errPipe *Pipe
	if out {
		outPipe = open("out")
		go func() { fromOut <- write(outPipe.text) }()
	}
	if err {
		errPipe = open("err")
		go func() { fromErr <- write(errPipe.text) }()
	}
	var failed error
	select {
	case failed = <-fromErr:
		if outPipe != nil {
			_ = outPipe.Close()
			<-fromOut
		}
	case failed = <-fromOut:
		if errPipe != nil {
			_ = errPipe.Close()
			<-fromErr
		}
	case <-stop:
		if outPipe != nil {
			_ = outPipe.Close()
			<-fromOut
		}
		if errPipe != nil {
			_ = errPipe.Close()
			<-fromErr
		}
	}
	return failed
}

// Exercise copies one stream, and both.
func Exercise() {
	write := func(string) error { return nil }
	_ = Copy(true, false, nil, write)
	_ = Copy(true, true, nil, write)
}

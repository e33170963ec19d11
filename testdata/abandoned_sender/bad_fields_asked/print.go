// Package bad asks for a field before it sets it.
package bad

import (
	"bytes"
	"errors"
	"io"
	"time"
)

// ErrTaken says that somebody listens to the printer already.
var ErrTaken = errors.New("taken")

// Printer prints one job at a time; Log gets what it says.
type Printer struct {
	Log  io.Writer
	Wait func() error
}

// Print waits for the job no longer than the given time.
func Print(printer *Printer, limit time.Duration) (text string, err error) {
	var log bytes.Buffer
	if printer.Log != nil {
		err = ErrTaken
		return
	}
	printer.Log = &log

	over := make(chan error)
	go func() {
		over <- printer.Wait() // want "goroutine never ends: once Print has returned"
	}()
	select {
	case <-time.After(limit):
		err = errors.New("late")
	case err = <-over:
	}
	text = log.String()
	return
}

// Package dialog shows native message boxes.
package dialog

import (
	"errors"
	"runtime"
)

var errNoDisplay = errors.New("no display")

// Show opens a message box and waits until it is closed.
func Show(display, text string) error {
	runtime.LockOSThread() // want "Show locks its goroutine to an OS thread and can return without unlocking it"
	if display == "" {
		return errNoDisplay
	}
	draw(display, text)
	runtime.UnlockOSThread()
	return nil
}

func draw(display, text string) {}

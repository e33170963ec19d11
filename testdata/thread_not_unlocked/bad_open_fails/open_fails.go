package scanner

import (
	"errors"
	"runtime"
)

// Scanner reads pages; its driver wants one thread from Open to Close.
type Scanner struct{ open bool }

// Open opens the scanner.
func (s *Scanner) Open() error {
	runtime.LockOSThread() // want "Open locks"
	if s.open {
		return errors.New("in use")
	}
	s.open = true
	return nil
}

// Close closes it.
func (s *Scanner) Close() {
	s.open = false
	runtime.UnlockOSThread()
}

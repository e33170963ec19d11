package camera

import "runtime"

// Stream reads pictures; its driver wants all calls from one thread.
type Stream struct{ frames int }

// Open starts the stream on the caller's goroutine.
func Open() *Stream {
	runtime.LockOSThread()
	return &Stream{}
}

// Next counts a picture.
func (s *Stream) Next() { s.frames++ }

// Close ends the stream and gives the thread back.
func (s *Stream) Close() {
	s.frames = 0
	runtime.UnlockOSThread()
}

package recorder

import (
	"errors"
	"runtime"
)

// Recorder records from the sound card.
type Recorder struct{ rate int }

// Open starts recording on the caller's thread until Close.
func Open(rate int) (*Recorder, error) {
	runtime.LockOSThread() // want "Open locks .* can return without unlocking"
	if rate <= 0 {
		return nil, errors.New("rate must be positive")
	}
	return &Recorder{rate: rate}, nil
}

// Close stops recording.
func (r *Recorder) Close() {
	r.rate = 0
	runtime.UnlockOSThread()
}

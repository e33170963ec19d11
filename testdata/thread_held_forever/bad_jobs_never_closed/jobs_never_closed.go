package encoder

import "runtime"

// Encoder encodes frames, each lane on a thread of its own.
type Encoder struct {
	frames  chan []byte
	encoded chan int
}

// New starts an encoder with some lanes; there is no way to end them.
func New(lanes int) *Encoder {
	e := &Encoder{frames: make(chan []byte), encoded: make(chan int, 16)}
	for range lanes {
		go e.lane()
	}
	return e
}

func (e *Encoder) lane() {
	runtime.LockOSThread() // want "the goroutine of lane locks"
	defer runtime.UnlockOSThread()
	for frame := range e.frames {
		e.encoded <- len(frame) / 2
	}
}

// Encode encodes one frame.
func (e *Encoder) Encode(frame []byte) int {
	e.frames <- frame
	return <-e.encoded
}

// Package bad stops by a send what may have ended before.
package bad

import "errors"

// ErrFull says that the tape is full.
var ErrFull = errors.New("full")

// Recorder writes samples to a tape until it is stopped, or the tape is full.
type Recorder struct {
	samples chan int
	halt    chan struct{}
	over    chan struct{}
}

// NewRecorder starts to record.
func NewRecorder(write func(int) error) *Recorder {
	r := &Recorder{samples: make(chan int, 8), halt: make(chan struct{}), over: make(chan struct{})}
	go r.run(write)
	return r
}

func (r *Recorder) run(write func(int) error) {
	defer close(r.over)
	for {
		select {
		case sample := <-r.samples:
			if err := write(sample); err != nil {
				return
			}
		case <-r.halt:
			return
		}
	}
}

// Close ends the recording.
func (r *Recorder) Close() {
	r.halt <- struct{}{} // want "this send blocks for ever where the goroutine that receives from `Recorder.halt` has ended by itself"
	<-r.over
}

// Player plays a tape in parts.
type Player struct {
	end   chan bool
	parts []func() error
}

// Play starts to play.
func Play(parts ...func() error) *Player {
	p := &Player{end: make(chan bool), parts: parts}
	go p.play()
	return p
}

func (p *Player) play() {
	var finished bool
	for !finished {
		finished = p.step(p.parts[0])
		p.parts = p.parts[1:]
	}
}

func (p *Player) step(part func() error) bool {
	done := make(chan error, 1)
	go func() { done <- part() }()
	select {
	case err := <-done:
		return err != nil
	case <-p.end:
		return true
	}
}

// Stop ends it, from wherever that is asked for.
func (p *Player) Stop() {
	p.end <- true // want "where the goroutine that receives from `Player.end` has ended by itself"
}

// Package good stops by a send what is there to be stopped.
package good

import "errors"

// ErrBusy says that the device cannot be had.
var ErrBusy = errors.New("busy")

// Player ends only where its step says so, which has received then.
type Player struct {
	end   chan bool
	parts chan func()
}

// Play starts to play.
func Play() *Player {
	p := &Player{end: make(chan bool), parts: make(chan func(), 4)}
	go p.play()
	return p
}

func (p *Player) play() {
	for p.step() {
		continue
	}
}

func (p *Player) step() bool {
	select {
	case part := <-p.parts:
		part()
		return true
	case <-p.end:
		return false
	}
}

// Stop ends it.
func (p *Player) Stop() { p.end <- true }

// Meter counts until somebody asks for the number.
type Meter struct {
	ticks chan int
	ask   chan chan int
}

// NewMeter starts a meter, unless there is no device.
func NewMeter(open func() error) (*Meter, error) {
	m := &Meter{ticks: make(chan int, 4), ask: make(chan chan int)}
	begun := make(chan error)
	go func() {
		if err := open(); err != nil {
			begun <- err
			return
		}
		begun <- nil
		m.count()
	}()
	if err := <-begun; err != nil {
		return nil, err
	}
	return m, nil
}

func (m *Meter) count() {
	total := 0
	var answer chan int
	for answer == nil {
		select {
		case number := <-m.ticks:
			total += number
		case answer = <-m.ask:
		}
	}
	answer <- total
}

// Total ends the meter and returns what it has counted.
func (m *Meter) Total() int {
	answer := make(chan int, 1)
	m.ask <- answer
	return <-answer
}

// Recorder may end by itself, and says so.
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

// Close ends the recording, if that has not ended.
func (r *Recorder) Close() {
	select {
	case r.halt <- struct{}{}:
	case <-r.over:
	}
}

package door

import (
	"fmt"
	"sync"
)

type State int

const (
	Shut State = iota
	Open
	Jammed
)

type Door struct {
	sync.RWMutex
	state State
	moves int
}

func (d *Door) Jam() {
	d.Lock() // blocks here
	d.state = Jammed
	d.Unlock()
}

// Toggle opens a shut door and shuts an open one.
func (d *Door) Toggle() (s State, err error) {
	d.Lock() // want "locked"
	switch d.state {
	case Shut:
		d.state = Open
	case Open:
		d.state = Shut
	case Jammed:
		err = fmt.Errorf("door is jammed after %d moves", d.moves)
		return
	}
	d.moves++
	s = d.state
	d.Unlock()
	return
}

package mixer

import (
	rt "runtime"
	"sync"
)

type command struct{ volume int }

// Mixer mixes in one goroutine for each card.
type Mixer struct {
	mu       sync.Mutex
	volume   int
	commands chan command
	samples  chan []int16
}

// Open starts a mixer.
func Open() *Mixer {
	m := &Mixer{commands: make(chan command), samples: make(chan []int16)}
	go mix(m)
	return m
}

func mix(m *Mixer) {
	rt.LockOSThread() // want "the goroutine of mix locks"
	defer rt.UnlockOSThread()
	for {
		select {
		case c := <-m.commands:
			m.mu.Lock()
			m.volume = c.volume
			m.mu.Unlock()
		case s := <-m.samples:
			if len(s) == 0 {
				break
			}
			m.mu.Lock()
			s[0] *= int16(m.volume)
			m.mu.Unlock()
		}
	}
}

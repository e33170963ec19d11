package deferredbeforedone

import (
	"sync"
	"time"
)

func Exercise() {
	f := &ferry{seats: map[int]bool{}}
	f.board(1, func() { time.Sleep(10 * time.Millisecond) })
	go f.dock()
	time.Sleep(50 * time.Millisecond)
}

type ferry struct {
	mu    sync.Mutex
	seats map[int]bool
	trips sync.WaitGroup
}

func (f *ferry) board(seat int, ride func()) {
	f.trips.Add(1)
	go func() {
		defer f.trips.Done()
		defer f.free(seat)
		ride()
	}()
}

func (f *ferry) free(seat int) {
	f.mu.Lock() // blocks here
	defer f.mu.Unlock()
	delete(f.seats, seat)
}

func (f *ferry) dock() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.trips.Wait() // want "waits with `f.mu` held"
}

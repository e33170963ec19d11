package deferredafterdone

import (
	"sync"
	"time"
)

func Exercise() {
	f := &ferry{seats: map[int]bool{}}
	f.board(1, func() { time.Sleep(10 * time.Millisecond) })
	f.dock()
	time.Sleep(20 * time.Millisecond)
}

type ferry struct {
	mu    sync.Mutex
	seats map[int]bool
	trips sync.WaitGroup
}

func (f *ferry) board(seat int, ride func()) {
	f.trips.Add(1)
	go func() {
		defer f.free(seat)
		defer f.trips.Done()
		ride()
	}()
}

func (f *ferry) free(seat int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.seats, seat)
}

func (f *ferry) dock() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.trips.Wait()
}

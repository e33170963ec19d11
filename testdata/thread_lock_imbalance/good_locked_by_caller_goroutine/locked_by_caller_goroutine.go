package relay

import "runtime"

type relay struct{ out chan int }

// Start starts the relay.
func Start(in <-chan int) <-chan int {
	r := &relay{out: make(chan int, 8)}
	go func() {
		runtime.LockOSThread()
		r.pump(in)
	}()
	return r.out
}

// pump ends what its goroutine began.
func (r *relay) pump(in <-chan int) {
	defer runtime.UnlockOSThread()
	defer close(r.out)
	for n := range in {
		r.out <- n
	}
}

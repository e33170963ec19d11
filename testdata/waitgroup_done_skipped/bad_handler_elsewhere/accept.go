// Package accept answers every message in a goroutine of its own.
package accept

import "sync"

// Listener gives each connection to a function.
type Listener interface {
	Accept(handle func(receive func() bool)) error
}

// Serve waits for one more goroutine than it starts: what it hands to the listener counts for another group.
func Serve(listener Listener, send func()) {
	var answered, stopped sync.WaitGroup
	handle := func(receive func() bool) {
		for receive() {
			answered.Done()
		}
	}
	stopped.Add(2)
	go func() {
		defer stopped.Done()
		if err := listener.Accept(handle); err != nil {
			panic(err)
		}
	}()
	answered.Add(1)
	send()
	answered.Wait()
	stopped.Wait() // want "Serve adds more than is started"
}

// Package accept answers every message in a goroutine of its own.
package accept

import "sync"

// Listener gives each connection to a function.
type Listener interface {
	Accept(handle func(receive func() bool)) error
}

// Serve waits for as many answers as messages are sent.
func Serve(listener Listener, send func()) {
	var answered, stopped sync.WaitGroup
	ready := make(chan struct{})
	handle := func(receive func() bool) {
		for {
			if !receive() {
				return
			}
			go func() {
				defer answered.Done()
				<-ready
			}()
		}
	}
	stopped.Add(1)
	go func() {
		defer stopped.Done()
		if err := listener.Accept(handle); err != nil {
			panic(err)
		}
	}()
	answered.Add(3)
	for range 3 {
		send()
	}
	close(ready)
	answered.Wait()
	stopped.Wait()
}

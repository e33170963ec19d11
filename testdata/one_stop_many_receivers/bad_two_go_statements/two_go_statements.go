package twogostatements

import "time"

type relay struct {
	in, out chan string
	done    chan struct{}
}

func start() *relay {
	r := &relay{in: make(chan string), out: make(chan string), done: make(chan struct{})}
	go r.pump("a")
	go r.pump("b")
	return r
}

func (r *relay) pump(prefix string) {
	for {
		select { // want "`r.done <- …` is sent once, and several wait"
		case s := <-r.in:
			r.out <- prefix + s
		case <-time.After(time.Minute):
			r.out <- prefix
		case <-r.done:
			return
		}
	}
}

// Stop is called by the owner, once.
func (r *relay) Stop() {
	select {
	case r.done <- struct{}{}:
	case <-time.After(time.Second):
	}
}

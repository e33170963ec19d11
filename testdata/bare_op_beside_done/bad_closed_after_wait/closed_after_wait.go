package closedafterwait

import "sync"

// A relay closes its channel when all who feed it have left; one that stands at its send never does.
type relay struct {
	lines  chan string
	stop   chan struct{}
	feeds  sync.WaitGroup
	failed chan error
}

func newRelay() *relay {
	return &relay{lines: make(chan string), stop: make(chan struct{}), failed: make(chan error, 1)}
}

func (r *relay) serve(write func(string) error) {
	for {
		select {
		case line := <-r.lines:
			if err := write(line); err != nil {
				r.failed <- err
			}
		case <-r.stop:
			return
		}
	}
}

func (r *relay) feed(source []string) {
	r.feeds.Add(1)
	go func() {
		defer r.feeds.Done()
		for _, line := range source {
			r.lines <- line // want "this send blocks for ever once \\(\\*relay\\).serve has left by `<-r.stop`"
		}
	}()
}

func (r *relay) close() {
	close(r.stop)
	r.feeds.Wait()
	close(r.lines)
}

// A ledger closes what it reads only where it has been read to the end.
type ledger struct {
	entries chan int
	stop    chan struct{}
	ended   chan struct{}
}

func newLedger() *ledger {
	return &ledger{entries: make(chan int), stop: make(chan struct{}), ended: make(chan struct{})}
}

func (l *ledger) keep(full func() bool) {
	defer close(l.ended)
	for {
		select {
		case <-l.entries:
		case <-l.stop:
			if full() {
				close(l.entries)
			}
			return
		}
	}
}

// Enter enters an amount.
func (l *ledger) Enter(amount int) {
	l.entries <- amount // want "this send blocks for ever once \\(\\*ledger\\).keep has left"
}

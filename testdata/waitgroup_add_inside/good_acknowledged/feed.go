package acknowledged

import "sync"

type message struct {
	text string
	ack  func()
}

type feed struct {
	open sync.WaitGroup
	out  chan message
	stop chan struct{}
}

func newFeed() *feed {
	f := &feed{out: make(chan message), stop: make(chan struct{})}
	go f.run([]string{"a", "b", "c"})
	return f
}

func (f *feed) run(lines []string) {
	defer close(f.out)
	for _, line := range lines {
		if !f.send(line) {
			return
		}
	}
}

// send counts the message that it hands on, which its reader acknowledges.
func (f *feed) send(line string) bool {
	ack := func() { f.open.Done() }
	f.open.Add(1)
	select {
	case f.out <- message{line, ack}:
		return true
	case <-f.stop:
		f.open.Done()
		return false
	}
}

// Close waits for what has not been acknowledged yet.
func (f *feed) Close() {
	close(f.stop)
	f.open.Wait()
}

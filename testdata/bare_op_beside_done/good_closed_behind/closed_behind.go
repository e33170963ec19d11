package closedbehind

import "sync"

// An archive drops files on demand, one after the other; nobody asks for that after Close, where a send panics.
type archive struct {
	dropped chan string
	stop    chan struct{}
	ended   sync.WaitGroup
}

func open() *archive {
	a := &archive{dropped: make(chan string), stop: make(chan struct{})}
	a.ended.Add(1)
	go a.keep()
	return a
}

func (a *archive) keep() {
	defer a.ended.Done()
	for {
		select {
		case name := <-a.dropped:
			_ = name
		case <-a.stop:
			return
		}
	}
}

// Drop must not be called once the archive is closed.
func (a *archive) Drop(name string) { a.dropped <- name }

// Close ends the archive.
func (a *archive) Close() {
	close(a.stop)
	a.ended.Wait()
	close(a.dropped)
}

// A meter adjusts itself; what reads its adjustments closes them when it leaves.
type meter struct {
	sizes chan int
	quit  chan struct{}
}

func start(resize func(int)) *meter {
	m := &meter{sizes: make(chan int), quit: make(chan struct{})}
	go func() {
		for {
			select {
			case size := <-m.sizes:
				resize(size)
			case <-m.quit:
				close(m.sizes)
				return
			}
		}
	}()
	return m
}

// Adjust must not be called after the end.
func (m *meter) Adjust(size int) { m.sizes <- size }

// End ends it.
func (m *meter) End() { close(m.quit) }

package givesup

import "sync"

type feed struct {
	mu    sync.Mutex
	items chan int
	quit  chan struct{}
	last  int
}

func start() *feed {
	f := &feed{items: make(chan int), quit: make(chan struct{})}
	go f.take()
	return f
}

func (f *feed) take() {
	for {
		select {
		case v := <-f.items:
			f.mu.Lock()
			f.last = v
			f.mu.Unlock()
		case <-f.quit:
			return
		}
	}
}

func (f *feed) put(v int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	select {
	case f.items <- v:
	case <-f.quit:
	}
}

func (f *feed) stop() { close(f.quit) }

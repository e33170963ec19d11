package copied

import "time"

func Exercise() {
	f := newFarm(3)
	time.Sleep(20 * time.Millisecond)
	f.close()
	time.Sleep(20 * time.Millisecond)
}

type farm struct {
	jobs  chan int
	abort chan struct{}
	hands []*hand
}

type hand struct {
	jobs  <-chan int
	abort <-chan struct{}
	sum   int
}

func newFarm(n int) *farm {
	f := &farm{jobs: make(chan int), abort: make(chan struct{})}
	for range n {
		h := newHand(f.jobs, f.abort)
		f.hands = append(f.hands, h)
		go h.work()
	}
	return f
}

func newHand(jobs <-chan int, abort <-chan struct{}) *hand {
	return &hand{jobs: jobs, abort: abort}
}

func (h *hand) work() {
	for {
		select { // want "`f.abort <- …` is sent once, and several wait"
		case j := <-h.jobs:
			h.sum += j
		case <-h.abort:
			return
		}
	}
}

func (f *farm) close() { f.abort <- struct{}{} }

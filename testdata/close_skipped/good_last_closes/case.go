package lastcloses

import (
	"sync"
	"sync/atomic"
)

type Fan struct {
	left atomic.Int32
	out  chan int
}

// Run lets the last of the workers close the channel.
func Run(n int, work func(int) int) *Fan {
	f := &Fan{out: make(chan int, n)}
	f.left.Store(int32(n))
	for i := range n {
		go f.worker(i, work)
	}
	return f
}

func (f *Fan) worker(i int, work func(int) int) {
	f.out <- work(i)
	if f.left.Add(-1) > 0 {
		return
	}
	close(f.out)
}

func (f *Fan) Total() int {
	total := 0
	for n := range f.out {
		total += n
	}
	return total
}

// Each does the same with a counter behind a lock.
func Each(tasks []func()) {
	done := make(chan struct{})
	var mu sync.Mutex
	left := len(tasks)
	for _, task := range tasks {
		go func() {
			task()
			mu.Lock()
			defer mu.Unlock()
			left--
			if left == 0 {
				close(done)
			}
		}()
	}
	<-done
}

// First is over when one of them is.
func First(tasks []func()) {
	done := make(chan struct{})
	var mu sync.Mutex
	closed := false
	for _, task := range tasks {
		go func() {
			task()
			mu.Lock()
			defer mu.Unlock()
			if !closed {
				closed = true
				close(done)
			}
		}()
	}
	<-done
}

func Exercise() {
	Run(3, func(i int) int { return i }).Total()
	Each([]func(){func() {}, func() {}})
	First([]func(){func() {}, func() {}})
}

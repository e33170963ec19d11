// Package good counts what comes in by callbacks: how often they run is not for the starter to say.
package good

import (
	"errors"
	"sync"
)

// Feed gives what is put into it to whoever listens.
type Feed struct {
	mu     sync.Mutex
	listen func([]int)
}

// OnValues sets who listens.
func (f *Feed) OnValues(listen func([]int)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.listen = listen
}

// Put gives one value to whoever listens.
func (f *Feed) Put(value int) error {
	f.mu.Lock()
	listen := f.listen
	f.mu.Unlock()
	if listen == nil {
		return errors.New("nobody listens")
	}
	listen([]int{value, 0})
	return nil
}

// Collect returns once five values above zero have come.
func Collect(feed *Feed) error {
	var wg sync.WaitGroup
	wg.Add(5)
	feed.OnValues(func(values []int) {
		for _, value := range values {
			switch value {
			case 0:
			default:
				wg.Done()
			}
		}
	})
	for i := range 5 {
		if err := feed.Put(i + 1); err != nil {
			return err
		}
	}
	wg.Wait()
	return nil
}

// Twice starts one goroutine that is done twice.
func Twice(work func()) {
	count := 2
	var wg sync.WaitGroup
	wg.Add(count)
	go func() {
		for range count {
			work()
			wg.Done()
		}
	}()
	wg.Wait()
}

// Echo waits until a reader has seen all that was written.
func Echo(lines int, serve func(func(read func() string)), write func(string)) {
	var wg sync.WaitGroup
	serve(func(read func() string) {
		for range lines {
			if read() != "ping" {
				panic("no ping")
			}
			wg.Done()
		}
	})
	for range lines {
		wg.Add(1)
		write("ping")
	}
	wg.Wait()
}

package bad

import (
	"errors"
	"sync"
)

var errFlush = errors.New("flush")

// journal writes entries in a goroutine of its own.
type journal struct {
	entries chan int
	flush   func() error
	wg      sync.WaitGroup
	sum     int
}

func open(size int, flush func() error) (*journal, error) {
	if size == 0 {
		return nil, errors.New("nothing to write")
	}
	if flush == nil {
		flush = func() error { return nil }
	}
	j := &journal{entries: make(chan int, size), flush: flush}
	j.wg.Add(1)
	go j.run()
	return j, nil
}

func (j *journal) run() {
	defer j.wg.Done()
	for entry := range j.entries { // want "if shutdown leaves without closing"
		j.sum += entry
	}
}

// shutdown forgets the goroutine where the flush fails.
func (j *journal) shutdown() error {
	if err := j.flush(); err != nil {
		return err
	}
	close(j.entries)
	j.wg.Wait()
	return nil
}

// Store writes the entries. Where the journal cannot be opened, nothing has been started.
func Store(entries []int, flush func() error) error {
	j, err := open(len(entries), flush)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		j.entries <- entry
	}
	return j.shutdown()
}

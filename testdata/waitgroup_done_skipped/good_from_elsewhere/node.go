// Package node waits until what it has proposed was taken.
package node

import (
	"strings"
	"sync"
)

// log takes proposals, and tells of those that it has taken.
type log interface {
	Propose(entry string)
	Taken() <-chan []string
}

func run(l log, pending *sync.WaitGroup, stop <-chan struct{}) {
	for {
		select {
		case entries := <-l.Taken():
			for _, entry := range entries {
				if strings.HasPrefix(entry, "mine") {
					pending.Done()
				}
			}
		case <-stop:
			return
		}
	}
}

// Propose returns when five entries were taken.
func Propose(l log) {
	entries := 5
	var pending sync.WaitGroup
	pending.Add(entries)
	stop := make(chan struct{})
	defer close(stop)
	go run(l, &pending, stop)
	for range entries {
		l.Propose("mine")
	}
	pending.Wait()
}

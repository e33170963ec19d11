// Package good repairs what it finds.
package good

import "sync"

type options struct {
	found  func(name string)
	broken func(name string, err error)
}

// Heal visits all shards at once, and takes every error.
func Heal(shards []string, list func(string, options) error, heal func(string) error) error {
	failed := make(chan error)
	go func() {
		defer close(failed)
		var group sync.WaitGroup
		for _, shard := range shards {
			group.Add(1)
			go func() {
				defer group.Done()
				visit(shard, list, heal, failed)
			}()
		}
		group.Wait()
	}()
	var first error
	for err := range failed {
		if first == nil {
			first = err
		}
	}
	return first
}

func visit(shard string, list func(string, options) error, heal func(string) error, failed chan<- error) {
	chosen := options{
		found: func(name string) {
			if err := heal(name); err != nil {
				failed <- err
			}
		},
		broken: func(_ string, err error) { failed <- err },
	}
	if err := list(shard, chosen); err != nil {
		failed <- err
	}
}

// Names takes the names that a callback gives: only whoever calls it can tell how many there are.
func Names(list func(string, options) error) (names []string) {
	found, done := make(chan string), make(chan struct{})
	chosen := options{found: func(name string) { found <- name }}
	go func() {
		_ = list("a", chosen)
		close(done)
	}()
	for {
		select {
		case name := <-found:
			names = append(names, name)
		case <-done:
			return names
		}
	}
}

// Last is given its answer by a callback: nobody in sight sends.
func Last(list func(string, options) error) string {
	found := make(chan string)
	chosen := options{found: func(name string) { found <- name }}
	go func() { _ = list("a", chosen) }()
	return <-found
}

// Count reads what a callback takes away.
func Count(list func(string, options) error) int {
	tokens := make(chan int)
	chosen := options{found: func(string) { <-tokens }}
	go func() { tokens <- 1 }()
	_ = list("a", chosen)
	return 1
}

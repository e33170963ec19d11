// Package bad repairs what it finds.
package bad

import "sync"

type options struct {
	found  func(name string)
	broken func(name string, err error)
}

// Heal visits all shards at once, and returns the first error.
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
	return <-failed
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
		failed <- err // want "nobody receives what it sends on `failed`"
	}
}

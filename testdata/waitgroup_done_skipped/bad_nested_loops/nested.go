package nestedloops

import "sync"

// six adds more than two turns of two turns start.
func six(task func(int)) {
	names := []string{"a", "b"}
	var all sync.WaitGroup
	all.Add(6)
	for i := range names {
		for j := 1; j < 3; j++ {
			go func() {
				defer all.Done()
				task(i * j)
			}()
		}
	}
	all.Wait() // want "`all.Wait\\(\\)` never returns"
}

// twice leaves out what has no name.
func twice(names []string, task func(string)) {
	var all sync.WaitGroup
	all.Add(2 * len(names))
	for _, name := range names {
		for range 2 {
			if name == "" {
				continue
			}
			go func() {
				defer all.Done()
				task(name)
			}()
		}
	}
	all.Wait() // want "`all.Wait\\(\\)` never returns"
}

package groupgo

import "sync"

func Each(names []string, visit func(string)) {
	var wg sync.WaitGroup
	for _, name := range names {
		if name == "" {
			continue
		}
		wg.Go(func() { visit(name) })
	}
	wg.Wait()
}

func Exercise() { Each([]string{"a", ""}, func(string) {}) }

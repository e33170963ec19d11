package fatal

import (
	"log"
	"sync"
)

func Load(names []string, load func(string) error) {
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Add(1)
		go func() {
			if err := load(name); err != nil {
				log.Fatal(err)
			}
			wg.Done()
		}()
	}
	wg.Wait()
}

func Exercise() { Load([]string{"a"}, func(string) error { return nil }) }

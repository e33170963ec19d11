package packagevariables

import "sync"

var (
	registry sync.Mutex
	names    = map[string]int{}
	answers  = make(chan int)
)

func lookup(name string) {
	registry.Lock()
	id := names[name]
	registry.Unlock()
	answers <- id
}

func resolve(all []string) (ids []int) {
	registry.Lock()
	defer registry.Unlock()
	for _, name := range all {
		go lookup(name)
		ids = append(ids, <-answers) // want "this receive waits with `registry` held for lookup"
	}
	return ids
}

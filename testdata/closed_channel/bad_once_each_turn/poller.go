package bad

import "sync"

// Open returns the first answer, and asks for more of them.
func Open(turns int, ask func() int) int {
	first := make(chan struct{})
	last := 0
	poll(turns, first, func() { last = ask() })
	<-first
	return last
}

func poll(turns int, first chan struct{}, turn func()) {
	for range turns {
		once := new(sync.Once)
		turn()
		once.Do(func() { close(first) }) // want "a second time"
	}
}

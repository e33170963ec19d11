package assignedinclosure

import "sync"

var (
	once   sync.Once
	shared chan int
)

func channel() chan int {
	once.Do(func() {
		shared = make(chan int, 1)
	})
	return shared
}

func put(v int) {
	channel()
	shared <- v
}

func get() int {
	channel()
	return <-shared
}

package nottestedliteral

import "sync"

// run starts a task and returns when it is over.
func run(task func()) {
	done := sync.NewCond(&sync.Mutex{})
	go func() {
		task()
		done.L.Lock()
		done.Signal()
		done.L.Unlock()
	}()
	prepare()
	done.L.Lock()
	done.Wait() // want "misses a wake-up"
	done.L.Unlock()
}

func prepare() {
	sum := 0
	for i := range 50_000_000 {
		sum += i
	}
	_ = sum
}

package amount

import "sync"

const workers = 3

func Spread(work func(int)) {
	var wg sync.WaitGroup
	wg.Add(workers + 1)
	for i := 0; i < workers; i++ {
		go func() {
			defer wg.Done()
			work(i)
		}()
	}
	wg.Wait() // want "adds more than is started"
}

func Both(first, second func()) {
	wg := new(sync.WaitGroup)
	wg.Add(3)
	go run(wg, first)
	go run(wg, second)
	wg.Wait() // want "adds more than is started"
}

func run(wg *sync.WaitGroup, task func()) {
	defer wg.Done()
	task()
}

func Exercise() {
	go Spread(func(int) {})
	go Both(func() {}, func() {})
}

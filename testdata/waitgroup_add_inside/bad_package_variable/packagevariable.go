package packagevariable

import "sync"

var pending sync.WaitGroup

func notify(send func()) {
	go func() {
		pending.Add(1) // want "may come after `pending.Wait` has returned"
		send()
		pending.Done()
	}()
}

func drain() {
	pending.Wait()
}

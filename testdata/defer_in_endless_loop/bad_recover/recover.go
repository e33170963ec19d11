package recover

import "log"

func supervise(task func()) {
	for {
		defer func() { // want "the deferred function runs only if a panic ends the loop"
			if r := recover(); r != nil {
				log.Print(r)
			}
		}()
		task()
	}
}

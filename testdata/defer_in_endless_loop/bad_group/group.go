package group

import "sync"

func consume(jobs chan func(), wg *sync.WaitGroup) {
	for {
		select {
		case job := <-jobs:
			defer wg.Done() // want "`wg\.Done\(\)` never runs"
			job()
		}
	}
}

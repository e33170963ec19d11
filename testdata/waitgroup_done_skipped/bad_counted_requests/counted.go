package countedrequests

import "sync"

type request struct{ parts []string }

type desk struct{ requests chan request }

func (d *desk) ask(parts ...string) { d.requests <- request{parts: parts} }

// all counts three requests, and answers two.
func all(answer func(request)) {
	d := &desk{requests: make(chan request, 3)}
	var answered sync.WaitGroup
	answered.Add(3)
	go func() {
		for i := 0; i < 2; i++ {
			r := <-d.requests
			answer(r)
			answered.Done()
		}
	}()
	d.ask("a")
	d.ask("b")
	d.ask("c")
	answered.Wait() // want "all adds more than is started"
}

// each leaves a request out that has an empty part.
func each(requests []request, answer func(request)) {
	var answered sync.WaitGroup
	queue := make(chan request)
	go func() {
	next:
		for r := range queue {
			for _, part := range r.parts {
				if part == "" {
					continue next
				}
			}
			answer(r)
			answered.Done()
		}
	}()
	for _, r := range requests {
		answered.Add(1)
		queue <- r
	}
	close(queue)
	answered.Wait() // want "skips `answered.Done\(\)` for one of the elements"
}

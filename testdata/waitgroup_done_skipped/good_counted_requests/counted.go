package counted

import "sync"

type request struct{ parts []string }

type desk struct{ requests chan request }

func (d *desk) ask(parts ...string) { d.requests <- request{parts: parts} }

// both waits until two requests have been answered.
func both(answer func(request)) {
	d := &desk{requests: make(chan request)}
	var answered sync.WaitGroup
	answered.Add(2)
	go func() {
		for i := 0; i < 2; i++ {
			r := <-d.requests
			answer(r)
			answered.Done()
		}
	}()
	d.ask("a")
	d.ask("b")
	answered.Wait()
}

// each answers a request at its first empty part.
func each(requests []request, answer func(request)) {
	var answered sync.WaitGroup
	queue := make(chan request)
	go func() {
	next:
		for r := range queue {
			for _, part := range r.parts {
				if part == "" {
					answered.Done()
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
	answered.Wait()
}

// upTo answers so many requests, and no more.
func upTo(n int, answer func(request)) {
	d := &desk{requests: make(chan request, n)}
	var answered sync.WaitGroup
	answered.Add(n)
	go func() {
		i := 0
	again:
		if i < n {
			r := <-d.requests
			answer(r)
			answered.Done()
			i++
			goto again
		}
	}()
	for range n {
		d.ask()
	}
	answered.Wait()
}

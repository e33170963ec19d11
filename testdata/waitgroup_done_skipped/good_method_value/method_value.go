package methodvalue

import "sync"

type bus struct{ handlers []func() }

func (b *bus) on(f func()) { b.handlers = append(b.handlers, f) }

func (b *bus) fire() {
	for _, h := range b.handlers {
		h()
	}
}

func Both(b *bus) {
	var wg sync.WaitGroup
	wg.Add(2)
	b.on(wg.Done)
	b.fire()
	b.fire()
	wg.Wait()
}

func Once(b *bus) {
	var wg sync.WaitGroup
	wg.Add(1)
	done := wg.Done
	go func() {
		defer done()
		b.fire()
	}()
	wg.Wait()
}

func Exercise() {
	Both(&bus{})
	Once(&bus{})
}

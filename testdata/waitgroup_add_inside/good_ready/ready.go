package ready

import "sync"

type loop struct{ wg sync.WaitGroup }

// start returns once the goroutine has begun.
func (l *loop) start(task func()) {
	ready := make(chan struct{})
	go func() {
		l.wg.Add(1)
		defer l.wg.Done()
		close(ready)
		task()
	}()
	<-ready
}

func (l *loop) stop() {
	l.wg.Wait()
}

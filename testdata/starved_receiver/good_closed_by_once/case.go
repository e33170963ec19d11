package good

import "sync"

// Wait is ended by whichever goroutine is done first.
func Wait(jobs []func()) {
	done := make(chan struct{})
	var once sync.Once
	stop := func() { once.Do(func() { close(done) }) }
	go stop()
	for _, job := range jobs {
		go func() {
			job()
			stop()
		}()
	}
	<-done
}

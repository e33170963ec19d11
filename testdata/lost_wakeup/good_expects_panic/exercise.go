package watch

import "golintsched.test/cases/prove"

func Exercise() {
	w := newWatcher()
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		w.run(func() {})
	}()
	close(w.stop)
	<-ended
	dropped := 0
	if !w.isOver() {
		dropped++
	}
	prove.Count("notifications that nobody heard", dropped)
}

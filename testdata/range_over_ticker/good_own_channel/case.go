package good

import "time"

// A stopwatch of our own closes its channel when it is stopped.
type stopwatch struct {
	C      chan time.Time
	ticker *time.Ticker
	done   chan struct{}
}

func newStopwatch() *stopwatch {
	s := &stopwatch{make(chan time.Time), time.NewTicker(time.Millisecond), make(chan struct{})}
	go func() {
		defer close(s.C)
		for {
			select {
			case now := <-s.ticker.C:
				select {
				case s.C <- now:
				case <-s.done:
					return
				}
			case <-s.done:
				return
			}
		}
	}()
	return s
}

// Stop stops it.
func (s *stopwatch) Stop() { s.ticker.Stop(); close(s.done) }

// Watch calls show at every tick until the stopwatch is stopped.
func Watch(s *stopwatch, show func(time.Time)) {
	for now := range s.C {
		show(now)
	}
}

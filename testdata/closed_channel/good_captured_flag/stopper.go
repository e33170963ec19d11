package stoppers

type stopper struct {
	asks, quit, done chan struct{}
}

func (s *stopper) loop() {
	stopping := false
	stop := func() {
		if stopping {
			return
		}
		stopping = true
		close(s.quit)
	}
	for {
		select {
		case <-s.asks:
			stop()
		case <-s.quit:
			close(s.done)
			return
		}
	}
}

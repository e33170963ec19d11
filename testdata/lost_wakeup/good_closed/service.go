package closed

type service struct {
	stop, done chan struct{}
}

func newService() *service {
	return &service{stop: make(chan struct{}), done: make(chan struct{})}
}

// Stop may be called more than once, by one goroutine.
func (s *service) Stop() {
	select {
	case <-s.stop:
	default:
		close(s.stop)
	}
}

func (s *service) run(work func()) {
	defer close(s.done)
	for {
		select {
		case <-s.stop:
			return
		default:
			work()
		}
	}
}

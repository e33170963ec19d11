package once

// The connection is made by the first message and closed at the end.
type sender struct {
	dial func() func()
	send func(string)
	quit chan struct{}
}

func (s *sender) run(messages <-chan string) {
	var hangUp func()
	for {
		select {
		case <-s.quit:
			return
		case m := <-messages:
			if hangUp == nil {
				hangUp = s.dial()
				defer hangUp()
			}
			s.send(m)
		}
	}
}

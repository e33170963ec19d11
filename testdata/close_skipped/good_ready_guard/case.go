package readyguard

import "errors"

type reader struct {
	ready chan struct{}
	open  func() error
}

func Open(open func() error) {
	r := &reader{ready: make(chan struct{}), open: open}
	go r.run()
	<-r.ready
}

func (r *reader) run() {
	defer r.signal()
	if err := r.open(); err != nil {
		return
	}
	r.signal()
}

func (r *reader) signal() {
	select {
	case <-r.ready:
	default:
		close(r.ready)
	}
}

func Exercise() {
	Open(func() error { return nil })
	Open(func() error { return errors.New("locked") })
}

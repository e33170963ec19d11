package askeduntilreceived

import (
	"errors"
	"time"
)

var errNotYet = errors.New("not yet")

type parcel struct{ arrived chan string }

func (p *parcel) look() (string, error) {
	select {
	case what := <-p.arrived:
		return what, nil
	default:
		return "", errNotYet
	}
}

// fetch looks until it is there.
func fetch(deliver func() string) string {
	p := &parcel{arrived: make(chan string)}
	go func() { p.arrived <- deliver() }()
	for {
		what, err := p.look()
		if err == nil {
			return what
		}
		time.Sleep(time.Millisecond)
	}
}

func ready(signal <-chan bool) bool {
	select {
	case <-signal:
		return true
	case <-time.After(time.Millisecond):
		return false
	}
}

func await(task func()) (looks int) {
	signal := make(chan bool)
	go func() {
		task()
		signal <- true
	}()
	for !ready(signal) {
		looks++
	}
	return looks
}

package reconnect

import (
	"errors"
	"time"

	"golintsched.test/cases/prove"
)

type broken struct{}

func (broken) Send(string) error { return errors.New("broken pipe") }

func Exercise() {
	r := &reporter{quit: make(chan struct{}), ping: time.Millisecond}
	dialled := 0
	r.dial = func() (conn, error) {
		dialled++
		if dialled == 4 {
			prove.Count("tickers behind", dialled-1) // nothing has stopped the earlier ones
			close(r.quit)
		}
		return broken{}, nil
	}
	r.loop()
}

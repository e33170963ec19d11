package jobgivenup

import (
	"errors"
	"time"
)

var current *Job

func Exercise() {
	current = Start(func() error { time.Sleep(20 * time.Millisecond); return errors.New("no") })
	current.Wait(time.Millisecond)
}

package bad

import (
	"errors"
	"time"
)

// Exercise lets both sources fail.
func Exercise() {
	fail := func(chan<- string) error { time.Sleep(10 * time.Millisecond); return errors.New("gone") }
	_ = Watch(fail, fail, nil, func(string) {})
}

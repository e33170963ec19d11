package bad

import "errors"

// Exercise plays it.
func Exercise() {
	fail := func() error { return errors.New("down") }
	_ = All(3, fail)()
}

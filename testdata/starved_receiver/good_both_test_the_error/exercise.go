package good

import "errors"

// Exercise plays it.
func Exercise() {
	if wait, err := Run(func() error { return nil }, func() error { return nil }); err == nil {
		_ = wait()
	}
	_, _ = Run(func() error { return errors.New("no such program") }, nil)
	_ = Ask(func() bool { return false })
	_ = Ask(func() bool { return true })
}

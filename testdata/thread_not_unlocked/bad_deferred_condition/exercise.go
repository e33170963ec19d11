package audit

import "errors"

// Exercise runs a task that fails.
func Exercise() {
	_ = Run(func() error { return errors.New("failed") })
}

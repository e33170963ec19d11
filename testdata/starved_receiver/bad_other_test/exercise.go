package bad

import "errors"

// Exercise plays it.
func Exercise() {
	go func() { _ = Run(func() error { return errors.New("no such program") }, nil) }()
}

package bad

import "errors"

// Exercise plays it.
func Exercise() {
	go func() { _ = Check(map[string]probe{"disk": func() error { return errors.New("full") }}) }()
}

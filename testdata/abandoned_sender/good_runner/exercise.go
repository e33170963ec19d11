package good

import "errors"

// Exercise plays all three.
func Exercise() {
	fail := func(chan<- string) error { return errors.New("gone") }
	_ = Watch(fail, fail, nil, func(string) {})
	Both(func() int { return 1 }, func() int { return 2 })
	Closed(func(string) {}, []string{"a", "b"})
}

package bad

import "errors"

// Exercise plays it.
func Exercise() {
	// blocks: the third error finds the slot taken and nobody who receives
	_ = firstError([]string{"a", "b", "c"}, func(item string) error { return errors.New(item) })
}

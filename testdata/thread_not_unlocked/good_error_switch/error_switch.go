package registry

import (
	"errors"
	"runtime"
)

var errBusy = errors.New("busy")

// acquire takes the thread unless the registry is busy.
func acquire(busy bool) error {
	if busy {
		return errBusy
	}
	runtime.LockOSThread()
	return nil
}

// Update writes a value.
func Update(busy bool, values map[string]int, key string) error {
	if err := acquire(busy); err != nil {
		return err
	}
	defer runtime.UnlockOSThread()
	if values == nil {
		return errors.New("no values")
	}
	values[key]++
	return nil
}

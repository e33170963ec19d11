package affinity

import (
	"errors"
	"runtime"

	"golang.org/x/sys/unix"
)

// Pin binds the caller's goroutine to a processor; the function that comes back undoes it.
func Pin(cpu int) (undo func(), err error) {
	if cpu < 0 {
		return nil, errors.New("no such processor")
	}
	runtime.LockOSThread()
	var set unix.CPUSet
	set.Set(cpu)
	if err := unix.SchedSetaffinity(0, &set); err != nil {
		runtime.UnlockOSThread()
		return nil, err
	}
	return func() {
		_ = unix.SchedSetaffinity(0, &unix.CPUSet{})
		runtime.UnlockOSThread()
	}, nil
}

// Hold binds the goroutine and hands back the plain unlock.
func Hold() func() {
	runtime.LockOSThread()
	return runtime.UnlockOSThread
}

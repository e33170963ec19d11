package scale

import (
	"errors"
	"runtime"
)

//proof:none an unlock with nothing locked does nothing that could be seen

var errOff = errors.New("off")

type scale struct {
	on     bool
	weighs int
}

// Weigh puts the unlock into a defer that runs before there is a lock, too.
func (s *scale) Weigh(read func() int) (grams int, err error) {
	defer func() {
		s.weighs++
		runtime.UnlockOSThread() // want "unlocks its thread without having locked it"
	}()
	if !s.on {
		return 0, errOff
	}
	runtime.LockOSThread()
	return read(), nil
}

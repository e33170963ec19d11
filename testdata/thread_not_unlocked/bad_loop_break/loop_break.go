package sensors

import "runtime"

// Sampler reads values from a bus.
type Sampler struct{ read func() (int, bool) }

// Collect reads values until the bus has no more of them.
func (s Sampler) Collect(limit int) []int {
	var values []int
scan:
	for len(values) < limit {
		runtime.LockOSThread() // want "Collect locks"
		value, ok := s.read()
		switch {
		case !ok:
			break scan
		case value < 0:
			runtime.UnlockOSThread()
			continue scan
		}
		values = append(values, value)
		runtime.UnlockOSThread()
	}
	return values
}

package mixer

import rt "runtime"

// Mixer adds samples.
type Mixer struct{ sum int }

// Add adds samples.
func (m *Mixer) Add(samples ...int) {
	rt.LockOSThread()
	for _, s := range samples {
		m.sum += s
	}
	rt.LockOSThread() // want "second lock in Add"
	m.sum %= 1 << 16
	rt.UnlockOSThread()
}

package sample

import (
	"runtime"

	"golintsched.test/cases/prove"
)

func Exercise() {
	m := &meter{readings: make(chan float64)}
	go m.show(3)
	for m.shown.Load() < 3 {
		m.read(1.5)
		runtime.Gosched()
	}
	prove.Count("readings that had to be shown", int(3-m.shown.Load()))
}

package sample

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	m := &meter{readings: make(chan float64)}
	go m.show(3)
	for range 200 {
		m.read(1.5)
		time.Sleep(100 * time.Microsecond)
	}
	prove.Count("readings that had to be shown", int(3-m.shown.Load()))
}

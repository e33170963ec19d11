package sample

import "sync/atomic"

type meter struct {
	readings chan float64
	shown    atomic.Int64
}

// read offers a sample; the display takes one when it is ready.
func (m *meter) read(value float64) {
	select {
	case m.readings <- value: // wantlow "a wake-up is lost"
	default:
	}
}

func (m *meter) show(count int) {
	for range count {
		<-m.readings
		m.shown.Add(1)
	}
}

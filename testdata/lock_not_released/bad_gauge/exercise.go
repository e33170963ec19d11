package gauge

// Exercise sets a peak, and a value below it.
func Exercise() {
	g := NewGauge(func(float64) {})
	g.Set(2)
	g.Set(1)
	go g.Peak()
}

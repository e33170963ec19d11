package sensors

// Exercise collects from a bus that ends after two values.
func Exercise() {
	left := 2
	s := Sampler{read: func() (int, bool) {
		left--
		return left, left >= 0
	}}
	s.Collect(10)
}

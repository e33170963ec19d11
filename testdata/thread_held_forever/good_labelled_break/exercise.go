package reader

// Exercise reads three numbers.
func Exercise() {
	n := 0
	for range Read(func() (int, error) {
		n++
		if n > 3 {
			return 0, errEnd
		}
		return n, nil
	}) {
	}
}

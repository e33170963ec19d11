package good

// Exercise plays it.
func Exercise() {
	for _, quick := range []bool{true, false} {
		w := &Worker{quick: quick, limit: 3}
		w.Loop()
	}
}

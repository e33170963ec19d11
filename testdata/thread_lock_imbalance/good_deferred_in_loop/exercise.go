package retry

// Exercise succeeds at the second try.
func Exercise() {
	n := 0
	Do(3, func() bool { n++; return n == 2 })
}

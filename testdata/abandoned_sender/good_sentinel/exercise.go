package good

// Exercise plays all three.
func Exercise() {
	Sum(3)
	Count(3)
	Lines([]string{"a", "b"})
}

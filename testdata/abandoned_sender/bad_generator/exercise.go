package bad

// Exercise stops at the third of ten.
func Exercise() {
	Find(10, func(i int) bool { return i == 2 })
	Sum(10)
}

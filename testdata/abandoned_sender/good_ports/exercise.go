package good

// Exercise plays it.
func Exercise() {
	dial := func(int) bool { return true }
	countOpen(dial, 20, 25)
	anyOpen(dial, 20, 25)
	anyOpenOf(dial, 20, 25, 6)
}

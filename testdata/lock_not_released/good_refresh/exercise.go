package refresh

// Exercise refreshes and peeks, also while a refresh is on.
func Exercise() {
	x := new(Index)
	x.build = func() int {
		x.Refresh()
		x.Peek()
		return 1
	}
	for range 2 {
		x.Refresh()
		x.Peek()
	}
}

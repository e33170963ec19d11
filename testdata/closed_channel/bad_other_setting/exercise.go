package bad

// Exercise plays it.
func Exercise() {
	(&Worker{quick: true, limit: 3}).Loop()
}

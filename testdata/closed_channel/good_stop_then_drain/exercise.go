package stopthendrain

func Exercise() {
	first(func() int { return 1 })
}

package good

// Exercise plays both, with a goroutine and without.
func Exercise() {
	ask := func() string { return "yes" }
	for _, background := range []bool{false, true} {
		new(Job).Run(ask, background)
		new(Job).Once(ask, background)
	}
}

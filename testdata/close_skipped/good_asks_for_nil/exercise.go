package good

// Exercise polls in both ways.
func Exercise() {
	once := func() int { return 1 }
	Wait(once)
	Now(once)
}

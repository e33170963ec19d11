package janitor

// Exercise drops more than the janitor keeps.
func Exercise() {
	j := new(Janitor)
	for range 12 {
		j.Drop("paper")
	}
	j.tidy()
}

package recovers

func Exercise() {
	race()
}

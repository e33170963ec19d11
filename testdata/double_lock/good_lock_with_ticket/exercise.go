package lockwithticket

func Exercise() {
	fill(newStore())
	both(newStore())
}

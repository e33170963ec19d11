package flag

func Exercise() {
	both(open())
}

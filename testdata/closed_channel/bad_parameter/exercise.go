package parameter

func Exercise() {
	consume(3)
}

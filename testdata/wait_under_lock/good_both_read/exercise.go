package bothread

func Exercise() {
	c := load("a")
	c.ask()
	c.ask()
	c.close()
}

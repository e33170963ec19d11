package owncond

func Exercise() {
	c := newCond()
	c.tell()
	wait(c, func() {})
}

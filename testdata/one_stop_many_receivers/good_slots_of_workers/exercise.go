package slotsofworkers

func Exercise() {
	c := newCrew(2)
	done := make(chan struct{})
	if c.mayShare() {
		c.share(func() { close(done) })
		<-done
	}
	c.close()
}

package receiverlooks

import "golintsched.test/cases/prove"

func Exercise() {
	c := &crawler{hint: make(chan struct{})}
	go c.tell()
	for range 5 {
		c.step()
	}
	prove.Count("pages not looked at", 5-c.pages)
}

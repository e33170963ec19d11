package answers

import "golintsched.test/cases/prove"

func Exercise() {
	d := door{bell: make(chan struct{})}
	if !d.ring() && !d.noted {
		prove.Count("visitors that nobody knows of", 1)
	}
	prove.Count("visitors that nobody knows of", 0)
}

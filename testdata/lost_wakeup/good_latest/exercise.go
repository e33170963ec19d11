package latest

import "golintsched.test/cases/prove"

func Exercise() {
	if last := follow(1000, make(chan struct{})); last.line != 1000 {
		prove.Count("positions behind", 1)
	}
	prove.Count("positions behind", 0)
}

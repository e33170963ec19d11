package outside

import "golintsched.test/cases/prove"

func Exercise() {
	stop, worked := make(chan struct{}), 0
	run(stop, func() {
		if worked++; worked == 3 {
			close(stop)
		}
	})
	prove.Count("kept", 0)
}

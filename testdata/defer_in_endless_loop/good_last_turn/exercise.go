package lastturn

import "golintsched.test/cases/prove"

func Exercise() {
	open := 0
	tries := 0
	_ = dial(func() (func(), error) {
		if tries++; tries < 3 {
			return nil, errClosed
		}
		open++
		return func() { open-- }, nil
	}, func() error { return nil })
	prove.Count("kept", open)
}

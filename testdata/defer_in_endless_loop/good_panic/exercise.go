package leaves

import "golintsched.test/cases/prove"

func Exercise() {
	open, left := 0, 3
	func() {
		defer func() { _ = recover() }()
		drain(func() bool { left--; return left > 0 }, func() func() { open++; return func() { open-- } })
	}()
	prove.Count("kept", open)
}

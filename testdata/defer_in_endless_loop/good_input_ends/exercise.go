package inputends

import "golintsched.test/cases/prove"

func Exercise() {
	open := 0
	left := 3
	read(func() (int, bool) { left--; return left, left >= 0 }, func() func() { open++; return func() { open-- } })
	prove.Count("kept", open)
}

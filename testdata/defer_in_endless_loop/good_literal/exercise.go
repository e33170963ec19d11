package literal

import "golintsched.test/cases/prove"

func Exercise() {
	open := 0
	turns := 0
	serve(func() func() { open++; return func() { open-- } }, func() bool { turns++; return turns < 4 })
	func() {
		defer func() { _ = recover() }()
		forever(func() func() { open++; return func() { open-- } }, func() { panic("enough") })
	}()
	prove.Count("kept", open)
}

package bounded

import "golintsched.test/cases/prove"

func Exercise() {
	open := 0
	each := func() func() { open++; return func() { open-- } }
	closeAll([]func() func(){each, each})
	prove.Count("kept", open)
}

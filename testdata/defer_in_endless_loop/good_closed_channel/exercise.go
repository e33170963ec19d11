package closedchannel

import "golintsched.test/cases/prove"

func Exercise() {
	open := 0
	drain(3, func() func() { open++; return func() { open-- } })
	prove.Count("kept", open)
}

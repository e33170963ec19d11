package packagevariable

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	debug.Addr = addr
	Main()
	prove.IdleClients(addr, 3)
}

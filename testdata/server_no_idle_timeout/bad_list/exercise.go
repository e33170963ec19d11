package list

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	serveAll(addr, prove.FreeAddress())
	prove.IdleClients(addr, 3)
}

package keepalivesoff

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go Once(addr)
	prove.IdleClients(addr, 3)
}

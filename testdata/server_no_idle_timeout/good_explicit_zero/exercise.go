package explicitzero

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go Run(addr)
	prove.IdleClients(addr, 3)
}

package newwithalias

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go listen(addr)
	prove.IdleClients(addr, 3)
}

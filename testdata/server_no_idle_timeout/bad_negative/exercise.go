package negative

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go Admin(addr)
	prove.IdleClients(addr, 3)
}

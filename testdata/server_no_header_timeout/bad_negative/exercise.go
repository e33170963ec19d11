package negative

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go Listen(addr)
	prove.SilentClients(addr, 3)
}

package constantzero

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go Proxy(addr)
	prove.IdleClients(addr, 3)
}

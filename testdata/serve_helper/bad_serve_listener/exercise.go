package servelistener

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go open(addr)
	prove.IdleClients(addr, 3)
}

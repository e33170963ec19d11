package constructor

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go Serve(addr)
	prove.IdleClients(addr, 3)
}

package everypath

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go serve(addr, true)
	prove.IdleClients(addr, 3)
}

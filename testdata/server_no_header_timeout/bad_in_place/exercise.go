package inplace

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go Quick(addr)
	prove.SilentClients(addr, 3)
}

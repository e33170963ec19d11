package defaultwhereunset

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go listen(&Options{Addr: addr})
	prove.IdleClients(addr, 3)
}

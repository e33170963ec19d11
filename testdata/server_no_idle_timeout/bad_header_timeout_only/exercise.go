package headertimeoutonly

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go newGateway(addr).serve()
	prove.IdleClients(addr, 3)
}

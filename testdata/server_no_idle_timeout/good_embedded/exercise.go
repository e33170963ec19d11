package embedded

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go newEdge(addr).Run()
	prove.IdleClients(addr, 3)
}

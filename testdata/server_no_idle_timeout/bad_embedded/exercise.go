package embedded

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go serveMetrics(addr)
	prove.IdleClients(addr, 3)
}

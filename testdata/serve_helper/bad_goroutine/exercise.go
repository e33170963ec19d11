package goroutine

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go newMetrics().start(addr)
	prove.SilentClients(addr, 3)
}

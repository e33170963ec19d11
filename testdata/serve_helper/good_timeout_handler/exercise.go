package timeouthandler

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go Run(addr)
	prove.SilentClients(addr, 3)
}

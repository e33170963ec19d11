package methodvalue

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	newDaemon(addr).Start()
	prove.SilentClients(addr, 3)
}

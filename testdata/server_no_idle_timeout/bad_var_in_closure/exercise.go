package varinclosure

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	start(addr, make(chan error, 1))
	prove.IdleClients(addr, 3)
}

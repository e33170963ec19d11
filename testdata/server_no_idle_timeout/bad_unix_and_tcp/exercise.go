package daemon

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go func() { _ = Run(addr) }()
	prove.IdleClients(addr, 3)
}

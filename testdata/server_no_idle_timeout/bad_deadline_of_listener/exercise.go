package deadlineoflistener

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go Run(addr, nil)
	prove.IdleClients(addr, 3)
}

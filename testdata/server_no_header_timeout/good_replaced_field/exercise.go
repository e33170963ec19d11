package replacedfield

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go New().Start(addr)
	prove.SilentClients(addr, 3)
}

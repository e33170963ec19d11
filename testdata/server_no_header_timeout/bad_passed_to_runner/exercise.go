package passedtorunner

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go Main(addr)
	prove.SilentClients(addr, 3)
}

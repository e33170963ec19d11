package alias

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	listen(addr)
	prove.SilentClients(addr, 3)
}

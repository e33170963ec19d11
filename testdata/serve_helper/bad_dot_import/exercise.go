package dotimport

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go serve(addr)
	prove.SilentClients(addr, 3)
}

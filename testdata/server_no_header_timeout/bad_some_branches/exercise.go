package somebranches

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go serve(addr, "internal")
	prove.SilentClients(addr, 3)
}

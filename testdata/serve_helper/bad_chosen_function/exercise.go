package chosenfunction

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go serve(addr, "")
	prove.IdleClients(addr, 3)
}

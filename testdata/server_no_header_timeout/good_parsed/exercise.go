package parsed

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go serve(addr, "15s")
	prove.SilentClients(addr, 3)
}

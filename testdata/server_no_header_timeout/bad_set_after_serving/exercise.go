package setafterserving

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go late(addr)
	prove.SilentClients(addr, 3)
}

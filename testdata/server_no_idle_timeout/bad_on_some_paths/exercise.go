package onsomepaths

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go api{strict: false}.run(addr)
	prove.IdleClients(addr, 3)
}

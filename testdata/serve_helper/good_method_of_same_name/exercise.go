package methodofsamename

import "golintsched.test/cases/prove"

func Exercise() {
	addr := prove.FreeAddress()
	go newHTTP(addr).Serve(addr, nil)
	prove.SilentClients(addr, 3)
}

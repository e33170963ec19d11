package setter

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	addr := prove.FreeAddress()
	go newServer(addr).useTimeout(time.Minute).Serve()
	prove.SilentClients(addr, 3)
}

package fromconfig

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	addr := prove.FreeAddress()
	go run(config{Addr: addr, Idle: time.Minute, Header: 10 * time.Second})
	prove.IdleClients(addr, 3)
}

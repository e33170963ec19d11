package sharedlistener

import (
	"net"

	"golintsched.test/cases/prove"
)

func Exercise() {
	addr := prove.FreeAddress()
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		panic(err)
	}
	inherited = ln
	go Run()
	prove.IdleClients(addr, 3)
}

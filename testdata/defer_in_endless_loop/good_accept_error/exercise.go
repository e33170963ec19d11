package accepterror

import (
	"net"

	"golintsched.test/cases/prove"
)

func Exercise() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	ended := make(chan error)
	go func() { ended <- accept(listener, discard) }()
	c, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		panic(err)
	}
	c.Close()
	listener.Close()
	<-ended
	prove.Count("kept", 0)
}

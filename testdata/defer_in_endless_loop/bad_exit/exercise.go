package exit

import (
	"runtime"

	"golintsched.test/cases/prove"
)

func Exercise() {
	ended := make(chan struct{})
	connected := 0
	a := &agent{connect: func() (func(), error) { connected++; return func() { connected-- }, nil }}
	a.beat = func() bool {
		if connected == 4 {
			prove.Count("connections kept", connected)
			runtime.Goexit()
		}
		return false
	}
	go func() {
		defer close(ended)
		a.serve()
	}()
	<-ended
}

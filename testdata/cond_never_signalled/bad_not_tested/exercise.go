package nottested

import "time"

func Exercise() {
	s := newServer()
	s.serve("localhost:80")
	go s.address()
	time.Sleep(20 * time.Millisecond)
}

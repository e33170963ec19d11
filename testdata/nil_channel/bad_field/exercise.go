package field

import "time"

func Exercise() {
	s := newServer("a")
	go s.run(func(event) {})
	s.stop()
	time.Sleep(20 * time.Millisecond)
}

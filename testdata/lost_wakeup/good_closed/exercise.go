package closed

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	s := newService()
	s.Stop()
	s.Stop()
	go s.run(func() { time.Sleep(time.Millisecond) })
	<-s.done
	prove.Count("stops that were not seen", 0)
}

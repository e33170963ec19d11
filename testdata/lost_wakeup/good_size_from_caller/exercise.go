package sizefromcaller

import (
	"time"

	"golintsched.test/cases/prove"
)

func Exercise() {
	m := newMailbox(1)
	m.deliver()
	go m.read()
	time.Sleep(20 * time.Millisecond)
	prove.Count("letters unread", int(1-m.letters.Load()))
	close(m.arrived)
}

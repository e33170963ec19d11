package bad

import "time"

// Exercise closes the desk while somebody waits.
func Exercise() {
	desk := NewDesk()
	go desk.Ask("one")
	go desk.Ask("two")
	time.Sleep(20 * time.Millisecond)
	desk.Hand("one", 1)
	desk.Close()
}

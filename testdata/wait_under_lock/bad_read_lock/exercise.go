package readlock

import "time"

func Exercise() {
	t := open()
	go t.ask(9)
	time.Sleep(50 * time.Millisecond)
}

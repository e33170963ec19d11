package helper

import "time"

func Exercise() {
	m := open()
	m.deliver("hello")
	go m.first()
	time.Sleep(20 * time.Millisecond)
}

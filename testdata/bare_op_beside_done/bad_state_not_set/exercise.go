package bad

import "time"

// Exercise sends once more when the pump has gone.
func Exercise() {
	l := newLink()
	go l.pump(func(string) {})
	l.Send("one")
	l.Close()
	time.Sleep(time.Millisecond)
	go l.Send("two")
}

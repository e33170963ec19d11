package perkey

import "time"

func Exercise() {
	t := newTable()
	go t.get("a")
	time.Sleep(20 * time.Millisecond)
	t.set("a", 1)
}

package good

import "time"

// Exercise closes both while somebody waits.
func Exercise() {
	desk := NewDesk()
	go desk.Ask("one")
	post := NewPost()
	go post.Ask("two")
	time.Sleep(20 * time.Millisecond)
	desk.Close()
	post.Close()
}

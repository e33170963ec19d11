package ticketkept

import "time"

func Exercise() {
	go fill(newStore())
	time.Sleep(20 * time.Millisecond)
}

package getter

import "time"

func Exercise() {
	s := Open(1)
	go s.Feed([]string{"a"})
	time.Sleep(20 * time.Millisecond)
}

package helper

import "time"

func Exercise() {
	go total([]string{"a", "bb"})
	time.Sleep(20 * time.Millisecond)
}

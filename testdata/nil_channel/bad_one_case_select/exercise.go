package onecaseselect

import "time"

func Exercise() {
	start()
	time.Sleep(20 * time.Millisecond)
}

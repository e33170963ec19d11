package noversion

import "time"

func wait(check func() bool) {
	for range time.Tick(time.Second) {
		if check() {
			return
		}
	}
}

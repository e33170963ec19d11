//go:build go1.23

package buildtag

import "time"

func wait(check func() bool) {
	ticker := time.NewTicker(time.Second)
	for range ticker.C {
		if check() {
			return
		}
	}
}

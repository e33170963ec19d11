package askeduntilreceived

import "time"

func Exercise() {
	fetch(func() string { time.Sleep(5 * time.Millisecond); return "box" })
	await(func() { time.Sleep(5 * time.Millisecond) })
}

package packagevariable

import "time"

func Exercise() {
	go drain(func(record) {})
	go submit(record{"a"})
	time.Sleep(20 * time.Millisecond)
}

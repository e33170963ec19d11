package parameter

import "time"

func Exercise() {
	chat([]string{"a", "b"}, make(chan message), func() {}, func(string, message) {})
	time.Sleep(20 * time.Millisecond)
}

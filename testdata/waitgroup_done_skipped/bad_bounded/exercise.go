package boundedonly

import "time"

func Exercise() {
	go each([]string{"a", "b", "c"}, func(string) {})
	time.Sleep(20 * time.Millisecond)
}

package results

import "time"

func Exercise() {
	c := &cache{pages: map[string]string{}}
	go c.refresh([]string{"a", "b"}, func(string) string { return "" })
	time.Sleep(50 * time.Millisecond)
}

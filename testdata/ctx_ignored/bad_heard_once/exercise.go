package bad

import (
	"context"
	"time"
)

// Exercise closes the crawler in the middle.
func Exercise() {
	c := Crawl([]string{"a", "b", "c", "d", "e", "f"}, func(context.Context, string) {
		time.Sleep(20 * time.Millisecond)
	}, 1)
	time.Sleep(10 * time.Millisecond)
	go c.Close()
	time.Sleep(300 * time.Millisecond)
}

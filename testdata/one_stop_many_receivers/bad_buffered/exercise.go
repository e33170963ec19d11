package buffered

import "time"

func Exercise() {
	crawl(3, []string{"a"})
	time.Sleep(20 * time.Millisecond)
}

package bad

import (
	"strings"
	"time"
)

// Exercise closes a cursor of which nothing is read.
func Exercise() {
	cursor := NewCursor()
	added := make(chan string)
	close(added)
	go Feed(cursor, strings.Repeat("row\n", 100), added)
	time.Sleep(10 * time.Millisecond)
	cursor.Close()
}

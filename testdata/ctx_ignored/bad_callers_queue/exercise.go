package tail

import (
	"context"
	"strings"
	"time"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	lines := make(chan string)
	Follow(ctx, strings.NewReader("a\nb\nc"), lines)
	<-lines
	time.Sleep(20 * time.Millisecond) // until it waits again
	cancel()
}

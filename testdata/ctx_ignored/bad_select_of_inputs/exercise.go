package merge

import (
	"context"
	"time"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	left := make(chan string)
	Join(ctx, left, nil, func(string) {})
	left <- "first"
	time.Sleep(20 * time.Millisecond) // until it waits again
	cancel()
}

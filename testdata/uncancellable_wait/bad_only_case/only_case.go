package onlycase

import (
	"context"
	"time"
)

func Exercise() {
	go idle()
	time.Sleep(20 * time.Millisecond)
}

func idle() {
	ctx := context.Background()
	select { // want "this waits for ever: ctx is"
	case <-ctx.Done():
	}
}

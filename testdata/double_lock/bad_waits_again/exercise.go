package cond

import (
	"context"
	"sync"
	"time"
)

func Exercise() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer time.Sleep(40 * time.Millisecond)
	defer cancel()
	go waitTogether(ctx, newCond(&sync.Mutex{}), 2)
}

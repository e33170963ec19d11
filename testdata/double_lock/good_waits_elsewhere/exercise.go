package cond

import (
	"context"
	"sync"
	"time"
)

func Exercise() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	waitTogether(ctx, newCond(&sync.Mutex{}), 2)
}

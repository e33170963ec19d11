package ticker

import (
	"context"
	"log"
	"time"
)

func heartbeat(ctx context.Context, name string, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for range ticker.C { // want "this loop ignores ctx"
		log.Println("alive:", name)
	}
}

func start(parent context.Context) context.CancelFunc {
	ctx, cancel := context.WithCancel(parent)
	go heartbeat(ctx, "worker", time.Hour)
	return cancel
}

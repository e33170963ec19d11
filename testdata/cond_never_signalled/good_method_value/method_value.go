package methodvalue

import (
	"context"
	"sync"
)

type latch struct {
	mu   sync.Mutex
	cond *sync.Cond
}

func newLatch() *latch {
	l := &latch{}
	l.cond = sync.NewCond(&l.mu)
	return l
}

// wait returns when the context is over.
func (l *latch) wait(ctx context.Context) {
	stop := context.AfterFunc(ctx, l.cond.Broadcast)
	defer stop()
	l.mu.Lock()
	defer l.mu.Unlock()
	for ctx.Err() == nil {
		l.cond.Wait()
	}
}

package good

import (
	"context"
	"time"
)

// After runs the task later.
func After(delay time.Duration, task func()) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(context.Background()), delay)
	go func() {
		defer cancel()
		<-ctx.Done()
		task()
	}()
}

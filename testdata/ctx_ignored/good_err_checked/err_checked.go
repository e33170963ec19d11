package errchecked

import (
	"context"
	"time"
)

func sweep(ctx context.Context, remove func()) {
	go func() {
		for {
			if ctx.Err() != nil {
				return
			}
			remove()
			time.Sleep(time.Millisecond)
		}
	}()
	go func() {
		for ctx.Err() == nil {
			remove()
			time.Sleep(time.Millisecond)
		}
	}()
}

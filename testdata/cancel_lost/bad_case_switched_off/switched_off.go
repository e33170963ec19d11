package off

import (
	"context"
	"time"
)

// Poll asks once for every wake-up, and gives up an answer that takes more than a minute; no wake-ups come after pause.
func Poll(wake <-chan string, pause, quit <-chan struct{}, ask func(ctx context.Context, name string)) {
	var cancel context.CancelFunc
	for {
		select {
		case <-pause:
			pause = nil // the pause is heard once, but wake-ups that were under way still come
		case name := <-wake:
			var ctx context.Context
			ctx, cancel = context.WithTimeout(context.Background(), time.Minute) // want "`cancel` is replaced by another before it is called"
			ask(ctx, name)
		case <-quit:
			if cancel != nil {
				cancel()
			}
			return
		}
	}
}

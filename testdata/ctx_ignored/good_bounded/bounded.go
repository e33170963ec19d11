package bounded

import (
	"context"
	"time"
)

func retry(ctx context.Context, send func() error) {
	go func() {
		for range 3 {
			if send() == nil {
				return
			}
			time.Sleep(time.Millisecond)
		}
	}()
	deadline := time.Now().Add(20 * time.Millisecond)
	go func() {
		for {
			if time.Now().After(deadline) {
				return
			}
			_ = send()
			time.Sleep(time.Millisecond)
		}
	}()
	tries := 0
	go func() {
		for {
			if err := send(); err == nil || tries > 3 {
				return
			}
			tries++
			time.Sleep(time.Millisecond)
		}
	}()
}

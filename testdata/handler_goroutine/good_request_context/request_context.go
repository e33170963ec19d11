package requestcontext

import (
	"context"
	"net/http"
	"time"
)

func follow(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	go func() {
		timer := time.NewTimer(time.Hour)
		defer timer.Stop()
		select {
		case <-ctx.Done():
		case <-timer.C:
		}
	}()
	go watch(r)
	go poll(ctx)
}

func watch(r *http.Request) {
	<-r.Context().Done()
}

func poll(ctx context.Context) {
	for ctx.Err() == nil {
		time.Sleep(time.Millisecond)
	}
}

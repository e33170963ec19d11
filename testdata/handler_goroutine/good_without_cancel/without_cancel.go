package withoutcancel

import (
	"context"
	"net/http"
	"time"
)

func accept(w http.ResponseWriter, r *http.Request) {
	detached := context.WithoutCancel(r.Context())
	go finish(detached)
}

func finish(ctx context.Context) {
	_ = ctx.Value(http.ServerContextKey)
	time.Sleep(time.Millisecond)
}

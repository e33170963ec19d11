package sweep

import (
	"context"
	"net/http/httptest"
)

func Exercise() {
	s := &sweeper{probe: func(ctx context.Context, _ int) error { return ctx.Err() }}
	ctx, cancel := context.WithCancel(context.Background())
	s.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(ctx, "GET", "/", nil))
	cancel()
}

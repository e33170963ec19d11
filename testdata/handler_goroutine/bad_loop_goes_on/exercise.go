package warm

import (
	"context"
	"net/http/httptest"
)

func Exercise() {
	c := &warmer{load: func(ctx context.Context, _ string) error { return ctx.Err() }}
	ctx, cancel := context.WithCancel(context.Background())
	r := httptest.NewRequestWithContext(ctx, "GET", "/?key=a&key=b", nil)
	c.handle(httptest.NewRecorder(), r)
	cancel()
}

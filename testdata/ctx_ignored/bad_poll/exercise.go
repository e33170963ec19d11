package poll

import (
	"context"
	"os"
	"time"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	r := &reloader{path: os.TempDir()}
	if err := r.Watch(ctx, time.Millisecond); err != nil {
		panic(err)
	}
	cancel()
}

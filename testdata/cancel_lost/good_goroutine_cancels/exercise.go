package goroutinecancels

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	b, stop := context.WithCancel(context.Background())
	ctx := Merge(context.Background(), b)
	stop()
	<-ctx.Done()
	prove.Count("contexts not cancelled", 0)
}

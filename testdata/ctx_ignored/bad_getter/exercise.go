package feed

import (
	"context"
	"time"
)

func Exercise() {
	f := Open(context.Background())
	<-f.Values()
	time.Sleep(20 * time.Millisecond) // until it waits again
	f.Close()
}

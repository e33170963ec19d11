package bad

import "context"

// Exercise plays it.
func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	m := start(ctx)
	cancel()
	<-m.gone
	<-m.spare
	m.post([]string{"a"})
}

package buffered

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	<-ask(ctx, []string{"a", "b"}, func(s string) string { return s })
	cancel()
}

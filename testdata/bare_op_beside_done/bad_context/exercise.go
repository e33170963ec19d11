package bad

import (
	"context"
	"strings"
)

// Exercise plays it.
func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	t := Tail(ctx, strings.NewReader(strings.Repeat("a\n", 100)), func(string) {})
	<-t.done
}

package sibling

import (
	"context"
	"errors"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	entered, leave := make(chan struct{}), make(chan struct{})
	r := newRelay(func(string) error {
		close(entered)
		<-leave
		return errors.New("refused")
	})
	ended := make(chan struct{})
	go r.pump(ctx)
	go func() {
		defer close(ended)
		r.collect(ctx, func(error) {})
	}()
	r.in <- "one"
	<-entered
	cancel()
	<-ended
	close(leave)
}

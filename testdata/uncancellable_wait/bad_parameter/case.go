package bad

import "context"

// Watch calls stop once it is over.
func Watch(stop func()) {
	go await(context.TODO(), stop)
}

func await(ctx context.Context, stop func()) {
	defer stop()
	<-ctx.Done() // want "ctx is `context.TODO\\(\\)`"
}

package returned

import (
	"context"
	"time"
)

func Exercise() {
	go follow("eu")
	go follow("")
	time.Sleep(20 * time.Millisecond)
}

type regionKey struct{}

func scope(region string) context.Context {
	if region == "" {
		return context.Background()
	}
	return context.WithValue(context.TODO(), regionKey{}, region)
}

func follow(region string) {
	ctx := scope(region)
	<-ctx.Done() // want "this waits for ever: ctx is"
}

package packagevariable

import (
	"context"
	"time"
)

func Exercise() {
	attach(func() {})
	time.Sleep(20 * time.Millisecond)
}

var base = context.TODO()

func attach(detach func()) {
	go func() {
		<-base.Done() // want "base is `context.TODO\\(\\)`, whose Done is nil"
		detach()
	}()
}

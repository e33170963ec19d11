package toldbyresult

import (
	"context"
	"errors"
)

func Exercise() {
	race(context.Background(), func(context.Context, way) error { return errors.New("closed") })
	ctx, cancel := context.WithCancel(context.Background())
	race(ctx, func(context.Context, way) error { return nil })
	cancel()
}

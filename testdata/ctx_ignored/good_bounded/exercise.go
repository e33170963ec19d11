package bounded

import (
	"context"
	"errors"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	retry(ctx, func() error { return errors.New("down") })
	cancel()
}

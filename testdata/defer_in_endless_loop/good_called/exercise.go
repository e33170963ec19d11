package called

import (
	"context"

	"golintsched.test/cases/prove"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	turns := 0
	watch(ctx, func(context.Context) {
		if turns++; turns == 3 {
			cancel()
		}
	})
	prove.Count("kept", 0)
}

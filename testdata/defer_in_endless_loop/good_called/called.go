package called

import "context"

func watch(ctx context.Context, ask func(context.Context)) {
	for {
		turn, cancel := context.WithCancel(ctx)
		ask(turn)
		cancel()
		select {
		case <-ctx.Done():
			return
		default:
		}
	}
}

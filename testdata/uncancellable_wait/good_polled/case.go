package good

import "context"

// Steps takes steps; a context that ends would stop it between two of them.
func Steps(steps []func()) {
	ctx := context.Background()
	for _, step := range steps {
		select {
		case <-ctx.Done():
			return
		default:
		}
		step()
	}
}

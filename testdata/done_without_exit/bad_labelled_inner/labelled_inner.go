package labelledinner

import "context"

func drain(ctx context.Context, batches <-chan []string, write func(string)) {
	stopped := ctx.Done()
	for {
	batch:
		for {
			select {
			case <-stopped: // want "`case <-stopped` does not leave its loop"
				break batch
			case lines := <-batches:
				for _, line := range lines {
					write(line)
				}
			}
		}
	}
}

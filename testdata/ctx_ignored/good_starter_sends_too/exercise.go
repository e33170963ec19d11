package scan

import "context"

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	updates, out := make(chan int, 1), make(chan int)
	updates <- 1
	close(updates)
	done := make(chan struct{})
	go func() {
		defer close(done)
		total := 0
		for value := range out {
			total += value
		}
	}()
	Scan(ctx, updates, out)
	close(out)
	<-done
}

package semaphore

import "context"

type empty struct{}

type slots chan empty

// Pace takes from the channel what it has put there itself.
func Pace(ctx context.Context, delivered <-chan bool, in <-chan int, handle func(int)) {
	sem := make(slots, 4)
	for {
		select {
		case <-ctx.Done():
			return
		case ok := <-delivered:
			if ok {
				<-sem
			}
		case sem <- empty{}:
			select {
			case <-ctx.Done():
				return
			case <-delivered:
				<-sem
				<-sem
			case n := <-in:
				handle(n)
			}
		}
	}
}

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	Pace(ctx, nil, nil, func(int) {})
}

package good

import (
	"context"
	"sync"
)

// First gives the first answer; the others are told to stop before they are waited for.
func First(ctx context.Context, asks []func() string) string {
	ctx, cancel := context.WithCancel(ctx)
	answers := make(chan string)
	var wg sync.WaitGroup
	for _, ask := range asks {
		wg.Add(1)
		go func() {
			defer wg.Done()
			select {
			case answers <- ask():
			case <-ctx.Done():
			}
		}()
	}
	var answer string
	select {
	case answer = <-answers:
	case <-ctx.Done():
	}
	cancel()
	wg.Wait()
	return answer
}

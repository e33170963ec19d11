package drainedhere

import "context"

func total(ctx context.Context, parts []int) int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, part := range parts {
			out <- part
		}
	}()
	sum := 0
	for part := range out {
		sum += part
	}
	return sum
}

func generate(ctx context.Context, parts []int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, part := range parts {
			out <- part
		}
	}()
	return out
}

func sumOfGenerated(ctx context.Context, parts []int) int {
	sum := 0
	for part := range generate(ctx, parts) {
		sum += part
	}
	return sum
}

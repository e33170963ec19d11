package generator

import stdctx "context"

// squares yields the squares of the numbers.
func squares(ctx stdctx.Context, numbers []int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, n := range numbers {
			out <- n * n // want "send may wait for ever: `out <-` ignores ctx"
		}
	}()
	return out
}

func first(ctx stdctx.Context, numbers []int) int {
	return <-squares(ctx, numbers)
}

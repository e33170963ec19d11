package bad

import "context"

//proof:none the case is never ready, and the select goes on by the other one

// First gives the first number.
func First(numbers <-chan int) (int, error) {
	ctx := context.Background()
	select {
	case n := <-numbers:
		return n, nil
	case <-ctx.Done(): // want "this case is never taken"
		return 0, ctx.Err()
	}
}

package parameter

func produce(n int, out chan<- int) {
	defer close(out)
	for i := range n {
		out <- i
	}
}

func consume(n int) int {
	out := make(chan int)
	go produce(n, out)
	sum := 0
	for v := range out {
		sum += v
	}
	close(out) // want "this close of `out` panics where it comes after the close"
	return sum
}

package goeson

func Exercise() {
	squares([]int{2, -1, 3})
}

func squares(ns []int) <-chan int {
	out := make(chan int, len(ns))
	for _, n := range ns {
		if n < 0 {
			close(out)
		}
		out <- n * n // want "this send on `out` panics where it comes after `close\\(out\\)`"
	}
	close(out)
	return out
}

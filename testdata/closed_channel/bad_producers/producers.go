package producers

// merge closes its output when the first source is through.
func merge(sources ...[]int) int {
	out := make(chan int)
	first := make(chan struct{}, len(sources))
	for _, source := range sources {
		go func() {
			for _, v := range source {
				out <- v // want "this send on `out` panics"
			}
			first <- struct{}{}
		}()
	}
	go func() {
		<-first
		close(out)
	}()
	sum := 0
	for v := range out {
		sum += v
	}
	return sum
}

package good

// Size is told of failures too.
func Size(load func() (int, error)) (int, error) {
	type result struct {
		size int
		err  error
	}
	results := make(chan result)
	go func() {
		size, err := load()
		if err != nil {
			results <- result{err: err}
			return
		}
		results <- result{size: size}
	}()
	got := <-results
	return got.size, got.err
}

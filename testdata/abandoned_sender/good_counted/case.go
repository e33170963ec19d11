package good

// Gather counts what it started under a condition, and receives as often.
func Gather(jobs []func() error) (failed int) {
	errs := make(chan error)
	pending := 0
	for _, job := range jobs {
		if job != nil {
			pending++
			go func() { errs <- job() }()
		}
	}
	for {
		if pending == 0 {
			return failed
		}
		if err := <-errs; err != nil {
			failed++
		}
		pending--
	}
}

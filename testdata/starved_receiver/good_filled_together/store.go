package good

type job struct {
	key   string
	value string
}

// store writes all jobs at once. It counts by another slice than the one that it starts goroutines for.
func store(jobs []job, put func(key, value string) error) error {
	var (
		keys   []string
		values = make([]string, 0, len(jobs))
	)
	for _, each := range jobs {
		keys = append(keys, each.key)
		values = append(values, each.value)
	}

	failures := make(chan error)
	for i := range values {
		go func() { failures <- put(keys[i], values[i]) }()
	}
	var last error
	for range jobs {
		if err := <-failures; err != nil {
			last = err
		}
	}
	return last
}

// storeNamed leaves some jobs out.
func storeNamed(jobs []job, put func(key, value string) error) error {
	keys, values := []string{}, []string{}
	for _, each := range jobs {
		if each.key == "" {
			continue
		}
		keys = append(keys, each.key)
		values = append(values, each.value)
	}

	failures := make(chan error)
	for i := range values {
		go func() { failures <- put(keys[i], values[i]) }()
	}
	var last error
	for range keys {
		if err := <-failures; err != nil {
			last = err
		}
	}
	return last
}

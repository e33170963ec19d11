package bad

type job struct {
	key   string
	value string
}

// store starts goroutines only for jobs with a value, and waits for all that have a key.
func store(jobs []job, put func(key, value string) error) error {
	var keys, values []string
	for _, each := range jobs {
		keys = append(keys, each.key)
		if each.value == "" {
			continue
		}
		values = append(values, each.value)
	}

	failures := make(chan error)
	for i := range values {
		go func() { failures <- put(keys[i], values[i]) }()
	}
	var last error
	for range keys {
		if err := <-failures; err != nil { // want "waits for ever"
			last = err
		}
	}
	return last
}

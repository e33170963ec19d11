package good

// Exercise plays it.
func Exercise() {
	jobs := []job{{"a", "1"}, {"b", ""}, {"", "3"}}
	_ = store(jobs, func(string, string) error { return nil })
	_ = storeNamed(jobs, func(string, string) error { return nil })
}

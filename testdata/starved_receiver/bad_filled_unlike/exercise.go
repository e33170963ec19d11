package bad

// Exercise plays it.
func Exercise() {
	go store([]job{{"a", "1"}, {"b", ""}}, func(string, string) error { return nil })
}

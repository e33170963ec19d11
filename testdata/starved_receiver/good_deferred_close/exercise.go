package good

// Exercise plays it.
func Exercise() { Each([]string{"a"}, func(string) {}) }

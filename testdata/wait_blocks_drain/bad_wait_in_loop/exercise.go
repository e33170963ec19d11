package bad

// Exercise plays it.
func Exercise() { go Warm([]string{"a", "b"}, func(string) {}) }

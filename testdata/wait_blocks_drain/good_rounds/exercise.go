package good

// Exercise plays it.
func Exercise() { Warm([]string{"a", "b", "c"}, func(string) {}) }

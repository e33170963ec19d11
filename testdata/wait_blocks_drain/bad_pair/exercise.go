package bad

// Exercise plays it.
func Exercise() { go Both(func(host string) string { return host }, "a", "b") }

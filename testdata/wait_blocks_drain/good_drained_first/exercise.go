package good

// Exercise plays it.
func Exercise() { Both(func(host string) string { return host }, "a", "b") }

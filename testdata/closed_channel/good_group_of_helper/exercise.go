package good

// Exercise plays it.
func Exercise() { Scan([]string{"a", "b", "c"}, 2, func(host string) int { return len(host) }) }

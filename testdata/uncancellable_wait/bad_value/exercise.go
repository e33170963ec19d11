package bad

// Exercise plays it.
func Exercise() { Audit("7", func(string) {}) }

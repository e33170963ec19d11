package bad

// Exercise plays it.
func Exercise() { go Race([]func(){func() {}, func() {}}) }

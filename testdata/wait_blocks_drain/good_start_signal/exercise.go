package good

// Exercise plays it.
func Exercise() { Race([]func(){func() {}, func() {}}) }

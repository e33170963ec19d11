package good

// Exercise plays it.
func Exercise() { Run([]func(){func() {}, func() {}}) }

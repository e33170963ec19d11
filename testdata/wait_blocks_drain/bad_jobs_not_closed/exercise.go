package bad

// Exercise plays it.
func Exercise() { go Run([]func(){func() {}}) }

package good

// Exercise plays it.
func Exercise() { Gather([]func() error{nil, func() error { return nil }}) }

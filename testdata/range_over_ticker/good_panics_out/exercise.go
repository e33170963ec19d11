package good

// Exercise plays it.
func Exercise() { Run(func() bool { return true }) }

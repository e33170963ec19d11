package good

// Exercise plays it.
func Exercise() { Watch(nil, func() bool { return true }) }

package bad

// Exercise plays it.
func Exercise() { go Retry(func() bool { return false }) }

package good

// Exercise plays it.
func Exercise() { Try(1) }

package good

// Exercise plays it.
func Exercise() { Total(7) }

package good

// Exercise plays it.
func Exercise() { Use() }

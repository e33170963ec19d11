package bad

// Exercise plays it.
func Exercise() { Visit(3) }

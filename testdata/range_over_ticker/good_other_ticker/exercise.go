package good

// Exercise plays it.
func Exercise() { Wait(2) }

package good

// Exercise plays it.
func Exercise() { Wait([]func(){func() {}}) }

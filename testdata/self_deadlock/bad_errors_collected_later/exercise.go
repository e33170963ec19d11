package bad

// Exercise plays it.
func Exercise() { go Check([]string{""}) }

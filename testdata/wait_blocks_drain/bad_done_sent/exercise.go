package bad

// Exercise plays it.
func Exercise() { go Copy([]func() int{func() int { return 1 }}) }

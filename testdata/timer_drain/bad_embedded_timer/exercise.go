package bad

// Exercise plays it.
func Exercise() { go Steps(make(chan bool), func(int) {}) }

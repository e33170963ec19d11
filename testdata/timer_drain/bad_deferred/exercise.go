package bad

// Exercise plays it.
func Exercise() { go func() { _, _ = Answer(make(chan int)) }() }

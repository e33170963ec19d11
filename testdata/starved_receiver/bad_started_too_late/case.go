package bad

// Answer receives before it starts the goroutine that sends.
func Answer(ask func() int) int {
	answers := make(chan int)
	first := <-answers // want "nothing that runs sends on `answers`"
	go func() { answers <- ask() }()
	return first
}

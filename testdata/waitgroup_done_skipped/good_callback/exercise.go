package good

// Exercise has all that is waited for come.
func Exercise() {
	_ = Collect(&Feed{})
	Twice(func() {})
	lines := make(chan string, 3)
	Echo(3, func(handle func(read func() string)) {
		go handle(func() string { return <-lines })
	}, func(line string) { lines <- line })
}

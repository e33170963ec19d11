package table

// Exercise fills the table twice; the way that ends the program cannot be run.
func Exercise() {
	read := func(string) (int, error) { return 1, nil }
	Fill("one", read)
	Fill("two", read)
}

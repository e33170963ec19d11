package inventory

// Exercise updates an inventory of each kind.
func Exercise() {
	Open(true, func() []string { return []string{"a", "b"} }, nil).Update()
	feed := make(chan string, 1)
	feed <- "c"
	close(feed)
	Open(false, nil, feed).Update()
}

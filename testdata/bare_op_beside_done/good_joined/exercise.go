package good

// Exercise plays it.
func Exercise() {
	b := newBus()
	go b.serve(func(string) {})
	b.Later("a")
	b.Close()
}

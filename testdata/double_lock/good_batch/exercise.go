package batch

// Exercise plays it.
func Exercise() {
	tx := New()
	PutTwo(tx, "k", "v")
	PutTwo(tx, "k", "w")
}

package ledger

// Exercise moves what is not there.
func Exercise() {
	l := New()
	l.Move("alice", "bob", 10)
	go l.Balance("alice")
}

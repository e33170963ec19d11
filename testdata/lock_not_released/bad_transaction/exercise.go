package ledger

func Exercise() {
	l := &ledger{entries: map[string]int{}}
	l.View(func(map[string]int) error { return errClosed })
	go l.Close()
}

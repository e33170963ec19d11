package ledger

func Exercise() {
	l := &ledger{entries: map[string]int{}}
	l.Update(func(entries map[string]int) { entries["a"] = 1 })
	l.View(func(map[string]int) error { return nil })
	l.View(func(map[string]int) error { return errClosed })
	l.Close()
	l.View(func(map[string]int) error { return nil })
	l.Update(func(map[string]int) {})
}

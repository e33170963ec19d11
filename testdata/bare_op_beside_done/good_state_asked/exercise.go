package good

// Exercise sends until it closes the link itself.
func Exercise() {
	l := newLink()
	go l.pump(func(string) {})
	l.Send("one")
	l.SendAll([]string{"two", "three"})
	l.Close()
	l.Close()
}

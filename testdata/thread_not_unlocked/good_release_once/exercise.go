package lease

// Exercise takes for too long, and then not.
func Exercise() {
	_, _ = Take(30)
	if l, err := Take(3); err == nil {
		l.Return()
		l.Return()
	}
}

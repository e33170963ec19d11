package lanes

// Exercise runs a job and closes.
func Exercise() {
	l := New()
	l.Do(func() {})
	l.Close()
}

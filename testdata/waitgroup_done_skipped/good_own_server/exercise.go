package own

func Exercise() {
	_, _ = New("")
	if s, err := New("a"); err == nil {
		s.Stop()
	}
	_ = probe("")
	_ = probe("a")
}

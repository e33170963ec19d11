package claim

func Exercise() {
	s := &session{gone: make(chan struct{})}
	s.restart([]string{"a", "b"})
	l := &link{gone: make(chan struct{})}
	l.stop()
}

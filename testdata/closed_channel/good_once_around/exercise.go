package sessions

func Exercise() {
	s := &session{done: make(chan struct{})}
	s.run([]string{"one", "two"}, func() {})
}

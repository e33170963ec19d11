package memberstays

func Exercise() {
	b := &board{events: make(chan string), users: []*user{{lines: make(chan string, 1)}}}
	go func() {
		for _, e := range []string{"a", "b", "c"} {
			b.events <- e
		}
		close(b.events)
	}()
	b.serve()
}

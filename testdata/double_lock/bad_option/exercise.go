package gate

func Exercise() {
	for _, release := range []func(*Gate) error{(*Gate).Open, (*Gate).Drain} {
		g := New(func(string) error { return nil })
		g.Write("first")
		go release(g)
	}
}

package gate

func Exercise() {
	g := New(func(string) error { return nil })
	g.Write("first")
	g.Open()
	g.Write("second")
}

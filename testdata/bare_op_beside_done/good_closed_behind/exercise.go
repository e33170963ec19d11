package closedbehind

func Exercise() {
	a := open()
	use(a)
	a.Close()
	m := start(func(int) {})
	grow(m, 3)
	m.End()
}

func use(a *archive) { a.Drop("old") }

func grow(m *meter, size int) { m.Adjust(size) }

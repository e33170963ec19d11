package memory

func Exercise() {
	m := New()
	for range 2 {
		*m.Get("a")++
		m.Put("a")
	}
}

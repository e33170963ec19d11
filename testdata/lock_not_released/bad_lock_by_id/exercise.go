package memory

func Exercise() {
	m := New()
	m.Add("a", 1)
	*m.Get("a")++
	go m.Get("a")
}

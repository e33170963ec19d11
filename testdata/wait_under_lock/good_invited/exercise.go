package good

// Exercise plays it.
func Exercise() {
	p := NewPool(1)
	id := p.Get()
	go p.Put(id)
	p.Put(p.Get())
	w := NewWriter()
	for range 3 {
		w.Add(1)
	}
	w.Close()
}

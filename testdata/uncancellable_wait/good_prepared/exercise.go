package good

// Exercise plays it.
func Exercise() {
	g := &gate{make(chan struct{}, 1)}
	_ = g.Do(func() {})
}

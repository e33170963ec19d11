package archive

// Exercise seals what is stored.
func Exercise() {
	a := &Archive{boxes: map[string]*Box{}}
	a.Store("a", "b")
	go a.Seal()
}

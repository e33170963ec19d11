package playlist

// Exercise plays the only song twice.
func Exercise() {
	p := new(Playlist)
	p.Next()
	p.Add("one")
	p.Next()
	go p.Next()
}

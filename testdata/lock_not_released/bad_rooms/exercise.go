package rooms

// Exercise says nothing, and then something.
func Exercise() {
	r := &Rooms{rooms: map[string]*Room{}}
	_ = r.Say("hall", "")
	go r.Say("hall", "hello")
}

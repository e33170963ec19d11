package rooms

// Exercise opens rooms.
func Exercise() {
	r := &Rooms{rooms: map[string]*Room{}}
	_ = r.Open("hall", "")
	_ = r.Open("hall", "hello")
	_ = r.Reopen("hall", "")
	_ = r.Reopen("hall", "hello")
}

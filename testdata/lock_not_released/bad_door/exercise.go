package door

// Exercise toggles a jammed door.
func Exercise() {
	d := new(Door)
	d.Toggle()
	d.Jam()
	d.Toggle()
	go d.Jam()
}

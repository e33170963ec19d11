package midi

// Exercise plays two notes.
func Exercise() {
	(&Player{device: "hw:0"}).Play(60, 64)
}

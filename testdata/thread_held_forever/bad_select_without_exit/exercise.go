package mixer

// Exercise changes the volume once.
func Exercise() {
	Open().commands <- command{volume: 3}
}

package packets

// Exercise handles three packets.
func Exercise() {
	Process([]string{"a", "", "b"})
}

package encoder

// Exercise encodes one frame.
func Exercise() {
	New(2).Encode([]byte("frame"))
}

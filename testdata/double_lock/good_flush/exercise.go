package flush

// Exercise writes until the buffer is flushed, twice.
func Exercise() {
	b := &Buf{sink: func([]byte) {}}
	for range 2 {
		b.Write(make([]byte, 4096))
		b.Write([]byte{1})
	}
}

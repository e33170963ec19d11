package region

// Exercise reads and writes, and reads what is closed.
func Exercise() {
	r := new(Region)
	for range 2 {
		if _, done, err := r.Read(); err == nil {
			done()
		}
		names, done := r.Write()
		*names = append(*names, "north")
		done()
		r.Close()
	}
}

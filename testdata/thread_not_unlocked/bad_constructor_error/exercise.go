package recorder

// Exercise asks for a rate that there is not.
func Exercise() {
	if r, err := Open(0); err == nil {
		r.Close()
	}
}

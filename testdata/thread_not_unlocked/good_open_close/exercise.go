package camera

// Exercise reads one picture.
func Exercise() {
	s := Open()
	s.Next()
	s.Close()
}

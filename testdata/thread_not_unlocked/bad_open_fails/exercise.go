package scanner

// Exercise opens twice and closes once.
func Exercise() {
	s := &Scanner{}
	_ = s.Open()
	if err := s.Open(); err != nil {
		s.Close()
	}
}

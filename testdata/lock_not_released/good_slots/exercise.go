package slots

// Exercise takes more than there is, and gives it back; the caller's bug is not played.
func Exercise() {
	s := &Slots{free: []int{1, 2}, used: map[int]bool{}}
	for range 2 {
		a, b := s.Take(), s.Take()
		s.Take()
		s.Free(a)
		s.Free(b)
	}
}

package retry

func Exercise() {
	for _, answer := range []bool{true, false} {
		s := &store{try: func() bool { return answer }}
		s.Save()
		s.Load()
		s.Move(2)
		s.Move(0)
	}
}

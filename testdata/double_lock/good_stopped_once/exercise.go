package stoppedonce

func Exercise() {
	s := &Session{}
	Update(s, []string{"a", "", "b"})
	Update(s, nil)
}

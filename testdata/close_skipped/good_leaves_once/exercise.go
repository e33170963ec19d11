package good

// Exercise plays it.
func Exercise() {
	m := NewMember()
	m.Leave()
	m.Leave()
	m.Wait()
}

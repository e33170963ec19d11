package good

// Exercise plays it.
func Exercise() {
	s := NewStore("backup.db")
	s.Leader(true)
	s.Leader(true)
	p := NewPeer()
	p.Greet()
	p.Greet()
}

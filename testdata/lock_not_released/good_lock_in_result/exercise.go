package result

func Exercise() {
	c := &Conn{next: 1}
	_ = c.ask(1)
	_ = c.ask(2)
	c.next = -1
	_ = c.ask(1)
	s := &Store{}
	s.open("r")
	s.open("w").unlock()
	s.lease().lock.Unlock()
	s.mode = "r"
	s.lease()
	s.open("w").unlock()
}

package lockinresult

import "time"

func Exercise() {
	c := &Conn{next: 1}
	_ = c.ask(1)
	_ = c.ask(2)
	go func() { _ = c.ask(2) }()
	s := &Store{}
	s.open("w")
	go s.open("r")
	time.Sleep(20 * time.Millisecond)
}

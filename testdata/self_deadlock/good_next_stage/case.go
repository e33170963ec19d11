package good

type stage struct {
	in   chan int
	next *stage
}

func (s *stage) run() {
	for value := range s.in {
		if s.next != nil {
			s.next.put(value)
		}
	}
	if s.next != nil {
		close(s.next.in)
	}
}

func (s *stage) put(value int) {
	s.in <- value
}

// Two makes a chain of two stages and sends one value through it.
func Two() {
	last := &stage{in: make(chan int)}
	first := &stage{in: make(chan int), next: last}
	go last.run()
	go first.run()
	first.put(1)
	close(first.in)
}

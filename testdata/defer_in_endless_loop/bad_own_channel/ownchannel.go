package ownchannel

type span struct{ ended bool }

func (s *span) End() { s.ended = true }

func process(feed func(chan<- int), see func(*span)) {
	relay := make(chan int)
	go func() {
		for i := 0; ; i++ {
			relay <- i
		}
	}()
	for range relay {
		s := &span{}
		defer s.End() // want "`s\.End\(\)` never runs"
		see(s)
	}
}

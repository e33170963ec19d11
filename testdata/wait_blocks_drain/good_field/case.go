package good

import "sync"

type survey struct {
	asked   sync.WaitGroup
	answers chan int
	refused chan string
	late    chan int
}

// New asks nobody yet.
func New() *survey {
	return &survey{answers: make(chan int), refused: make(chan string, 8), late: make(chan int)}
}

func (s *survey) ask(person func() int) {
	defer s.asked.Done()
	answer := person()
	if answer > 0 {
		s.answers <- answer
		return
	}
	select {
	case s.refused <- "no":
	default:
	}
	go func() { s.late <- answer }()
}

// Sum asks all at once, and adds what they say as it comes.
func (s *survey) Sum(people []func() int) (sum int) {
	for _, person := range people {
		s.asked.Add(1)
		go s.ask(person)
	}
	go s.finish()
	for answer := range s.answers {
		sum += answer
	}
	for range len(s.refused) {
		<-s.refused
		sum += <-s.late
	}
	return sum
}

func (s *survey) finish() {
	s.asked.Wait()
	close(s.answers)
}

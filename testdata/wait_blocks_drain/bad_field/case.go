package bad

import "sync"

type survey struct {
	asked   sync.WaitGroup
	answers chan int
}

// New asks nobody yet.
func New() *survey { return &survey{answers: make(chan int)} }

func (s *survey) ask(person func() int) {
	defer s.asked.Done()
	if answer := person(); answer > 0 {
		s.answers <- answer
	}
}

// Sum asks all at once, and adds what they say.
func (s *survey) Sum(people []func() int) (sum int) {
	for _, person := range people {
		s.asked.Add(1)
		go s.ask(person)
	}
	s.asked.Wait() // want "`s.asked.Wait\(\)` never ends"
	close(s.answers)
	for answer := range s.answers {
		sum += answer
	}
	return sum
}

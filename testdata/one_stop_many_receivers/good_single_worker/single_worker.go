package singleworker

func work(jobs <-chan int, quit <-chan struct{}, do func(int)) {
	for {
		select {
		case j := <-jobs:
			do(j)
		case <-quit:
			return
		}
	}
}

type service struct {
	jobs chan int
	quit chan struct{}
}

func start() *service {
	s := &service{jobs: make(chan int), quit: make(chan struct{})}
	go work(s.jobs, s.quit, func(int) {})
	return s
}

func (s *service) stop() { s.quit <- struct{}{} }

package waitoutofview

import "sync"

type crew struct {
	busy sync.WaitGroup
}

func (c *crew) hire(task func()) {
	c.busy.Add(1)
	go func() {
		defer c.busy.Done()
		task()
	}()
}

func (c *crew) rest() { c.busy.Wait() }

// measure waits for a group that its caller made.
func measure(pending *sync.WaitGroup, probes []func() int) (sum int) {
	values := make(chan int, len(probes))
	for _, probe := range probes {
		pending.Add(1)
		go func() {
			defer pending.Done()
			values <- probe()
		}()
	}
	go func() {
		pending.Wait()
		close(values)
	}()
	for v := range values {
		sum += v
	}
	return sum
}

type site struct {
	crew *crew
}

// measure waits for a group that a field holds, and closes at the end.
func (s *site) measure(probes []func() int) (sum int) {
	values := make(chan int)
	for _, probe := range probes {
		s.crew.hire(func() { values <- probe() })
	}
	go func() {
		defer close(values)
		s.crew.rest()
	}()
	for v := range values {
		sum += v
	}
	return sum
}

func newCrew() *crew { return &crew{} }

func once(probe func() int) int {
	c := newCrew()
	value := make(chan int, 1)
	c.hire(func() { value <- probe() })
	finish := func() { close(value) }
	c.rest()
	finish()
	return <-value
}

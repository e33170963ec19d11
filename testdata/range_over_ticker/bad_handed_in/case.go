package bad

import "time"

type monitor struct {
	checks int
	end    func()
}

func watch(every time.Duration) *monitor {
	m := &monitor{}
	ticker := time.NewTicker(every)
	m.end = func() { ticker.Stop() }
	go m.check(ticker.C)
	return m
}

func (m *monitor) check(ticks <-chan time.Time) {
	for range ticks { // want "after `ticker.Stop\(\)` there is no further tick"
		m.checks++
	}
}

package good

import "time"

type monitor struct {
	checks int
	end    func()
}

// watch checks by a ticker, or by whatever the caller gives, which may be closed.
func watch(every time.Duration, now <-chan time.Time) *monitor {
	m := &monitor{}
	ticker := time.NewTicker(every)
	m.end = func() { ticker.Stop() }
	go m.check(now)
	go func() {
		<-ticker.C
		m.end()
	}()
	return m
}

func (m *monitor) check(ticks <-chan time.Time) {
	for range ticks {
		m.checks++
	}
}

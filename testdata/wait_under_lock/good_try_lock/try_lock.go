package trylock

import "sync"

type meter struct {
	mu    sync.Mutex
	beats chan int
	last  int
}

func start() *meter {
	m := &meter{beats: make(chan int)}
	go m.listen()
	return m
}

func (m *meter) listen() {
	for b := range m.beats {
		if m.mu.TryLock() {
			m.last = b
			m.mu.Unlock()
		}
	}
}

func (m *meter) beat(n int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range n {
		m.beats <- i
	}
}

func (m *meter) stop() { close(m.beats) }

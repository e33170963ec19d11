package memberstold

import "sync"

type singer struct {
	voice string
	notes chan int
}

type choir struct {
	mu      sync.RWMutex
	singers map[string]*singer
}

func (c *choir) join(voice string, sing func(int) bool) {
	s := &singer{voice: voice, notes: make(chan int)}
	c.mu.Lock()
	c.singers[voice] = s
	c.mu.Unlock()
	go s.perform(c, sing)
}

func (s *singer) perform(c *choir, sing func(int) bool) {
	for note := range s.notes {
		if !sing(note) {
			c.dismiss(s.voice)
		}
	}
}

func (c *choir) dismiss(voice string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if s, ok := c.singers[voice]; ok {
		close(s.notes)
		delete(c.singers, voice)
	}
}

func (c *choir) conduct(note int) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	for _, s := range c.singers {
		s.notes <- note // want "this send waits with `c.mu` held for perform"
	}
}

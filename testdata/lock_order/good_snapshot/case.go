package snapshot

import "sync"

type Topic struct {
	mu   sync.Mutex
	subs map[*Sub]bool
}

type Sub struct {
	mu    sync.Mutex
	topic *Topic
	got   int
}

// Publish copies the list first, so that it holds one lock at a time.
func (t *Topic) Publish() {
	t.mu.Lock()
	subs := make([]*Sub, 0, len(t.subs))
	for s := range t.subs {
		subs = append(subs, s)
	}
	t.mu.Unlock()
	for _, s := range subs {
		s.mu.Lock()
		s.got++
		s.mu.Unlock()
	}
}

func (s *Sub) Cancel() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.topic.mu.Lock()
	delete(s.topic.subs, s)
	s.topic.mu.Unlock()
}

// Later cancels in a goroutine of its own, which holds nothing else.
func (t *Topic) Later(s *Sub, wg *sync.WaitGroup) {
	t.mu.Lock()
	defer t.mu.Unlock()
	wg.Add(1)
	go func() {
		defer wg.Done()
		s.Cancel()
	}()
}

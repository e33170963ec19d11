package notify

import "sync"

type Hub struct {
	mu    sync.Mutex
	count int
	calls []func()
}

func (h *Hub) Bump() {
	h.mu.Lock()
	h.count++
	h.mu.Unlock()
}

// Fire starts the callbacks; each bumps the count when it has run.
func (h *Hub) Fire() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, c := range h.calls {
		go func() {
			c()
			h.Bump()
		}()
	}
	h.calls = nil
}

package releasedfirst

import "sync"

type hub struct {
	mu     sync.Mutex
	events chan int
	seen   map[int]bool
}

func newHub() *hub {
	h := &hub{events: make(chan int), seen: map[int]bool{}}
	go h.loop()
	return h
}

func (h *hub) loop() {
	for e := range h.events {
		h.mu.Lock()
		h.seen[e] = true
		h.mu.Unlock()
	}
}

func (h *hub) publish(id int) {
	h.mu.Lock()
	known := h.seen[id]
	h.mu.Unlock()
	if !known {
		h.events <- id
	}
}

func (h *hub) close() { close(h.events) }

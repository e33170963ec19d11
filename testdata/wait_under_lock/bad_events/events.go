package events

import "sync"

type event struct{ id int }

type hub struct {
	mu     sync.Mutex
	events chan event
	seen   map[int]bool
}

func newHub() *hub {
	h := &hub{events: make(chan event), seen: map[int]bool{}}
	go h.loop()
	return h
}

func (h *hub) loop() {
	for e := range h.events {
		h.mu.Lock()
		h.seen[e.id] = true
		h.mu.Unlock()
	}
}

func (h *hub) publish(ids ...int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, id := range ids {
		if !h.seen[id] {
			h.events <- event{id} // want "this send waits with `h.mu` held for loop"
		}
	}
}

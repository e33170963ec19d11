package good

import "sync"

type client struct {
	send chan []byte
	out  func([]byte) error
}

func (c *client) writePump() {
	for m := range c.send {
		if err := c.out(m); err != nil {
			return
		}
	}
}

// Hub sends to all who have joined.
type Hub struct {
	mu      sync.Mutex
	clients map[*client]bool
}

// NewHub returns an empty hub.
func NewHub() *Hub { return &Hub{clients: map[*client]bool{}} }

// Join lets somebody take part.
func (h *Hub) Join(out func([]byte) error) *client {
	c := &client{send: make(chan []byte, 16), out: out}
	h.mu.Lock()
	h.clients[c] = true
	h.mu.Unlock()
	go c.writePump()
	return c
}

// Leave takes somebody out and ends the goroutine that waits for more.
func (h *Hub) Leave(c *client) {
	h.mu.Lock()
	if h.clients[c] {
		delete(h.clients, c)
		close(c.send)
	}
	h.mu.Unlock()
}

// Broadcast sends to all.
func (h *Hub) Broadcast(m []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for c := range h.clients {
		select {
		case c.send <- m:
		default:
		}
	}
}

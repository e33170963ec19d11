package sessions

import "sync"

// Hub knows all sessions; each session knows its hub.
type Hub struct {
	mu       sync.Mutex
	sessions map[string]*Session
}

type Session struct {
	mu   sync.Mutex
	hub  *Hub
	id   string
	sent int
}

func NewHub() *Hub { return &Hub{sessions: map[string]*Session{}} }

func (h *Hub) Open(id string) *Session {
	s := &Session{hub: h, id: id}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.sessions[id] = s
	return s
}

func (h *Hub) Broadcast() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, s := range h.sessions {
		s.send()
	}
}

func (s *Session) send() {
	s.mu.Lock() // want "Broadcast locks Session.mu while it holds Hub.mu; Close locks Hub.mu while it holds Session.mu"
	defer s.mu.Unlock()
	s.sent++
}

func (s *Session) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hub.forget(s.id)
	s.sent = 0
}

func (h *Hub) forget(id string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.sessions, id)
}

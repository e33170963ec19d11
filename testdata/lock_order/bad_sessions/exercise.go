package sessions

import "time"

// Exercise broadcasts to a session while it closes.
func Exercise() {
	h := NewHub()
	s := h.Open("a")
	go often(func() {
		h.mu.Lock()
		h.sessions["a"] = s
		h.mu.Unlock()
		h.Broadcast()
	})
	go often(s.Close)
	time.Sleep(300 * time.Millisecond)
}

func often(f func()) {
	for range 2_000_000 {
		f()
	}
}

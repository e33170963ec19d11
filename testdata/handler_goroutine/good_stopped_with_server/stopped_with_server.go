package stoppedwithserver

import (
	"net/http"
	"time"
)

type hub struct {
	closing chan struct{}
}

func (h *hub) subscribe(w http.ResponseWriter, r *http.Request) {
	go h.pump()
}

func (h *hub) pump() {
	ticker := time.NewTicker(time.Hour)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
		case <-h.closing:
			return
		}
	}
}

func (h *hub) Close() { close(h.closing) }

package tableneverclosed

import (
	"fmt"
	"net/http"
	"sync"
)

type hub struct {
	mu    sync.Mutex
	lists map[string]chan string
}

func newHub() *hub { return &hub{lists: map[string]chan string{}} }

func (h *hub) join(id string) (name string, messages chan string) {
	name = "client-" + id
	messages = make(chan string, 100)
	h.mu.Lock()
	h.lists[name] = messages
	h.mu.Unlock()
	return
}

// leave forgets the client, who goes on to listen.
func (h *hub) leave(name string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.lists, name)
}

func (h *hub) tell(message string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, each := range h.lists {
		select {
		case each <- message:
		default:
		}
	}
}

// serve drains what it does not show.
func (h *hub) serve(w http.ResponseWriter, r *http.Request) {
	name, messages := h.join(r.URL.Query().Get("id"))
	defer h.leave(name)
	for range 3 {
		fmt.Fprintln(w, <-messages)
	}
	go func() {
		for range messages { // want "`range messages` does not observe r.Context"
		}
	}()
}

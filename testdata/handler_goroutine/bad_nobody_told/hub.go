package nobodytold

import "net/http"

// client is one that listens.
type client struct {
	send chan string
	out  func(string) error
}

func (c *client) close() { close(c.send) }

func (c *client) write() {
	for message := range c.send { // missed "`range c.send` does not observe r.Context"
		if c.out(message) != nil {
			return
		}
	}
}

// hub knows all clients.
type hub struct {
	clients map[*client]bool
	enter   chan *client
	leave   chan *client
	say     chan string
}

func (h *hub) run() {
	for {
		select {
		case c, more := <-h.enter:
			if !more {
				return
			}
			h.clients[c] = true
		case c := <-h.leave:
			delete(h.clients, c)
			c.close()
		case message := <-h.say:
			for c := range h.clients {
				select {
				case c.send <- message:
				default:
				}
			}
		}
	}
}

func (h *hub) listen(w http.ResponseWriter, r *http.Request) {
	c := &client{send: make(chan string, 16), out: func(text string) error { _, err := w.Write([]byte(text)); return err }}
	h.enter <- c
	go c.write()
	<-r.Context().Done()
}

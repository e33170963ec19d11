// Package chat has two goroutines for each client: the hub ends the one, and the connection the other.
package chat

import (
	"net/http"
	"time"
)

type conn interface {
	Read() (string, error)
	Write(string) error
	Close() error
}

type hub struct {
	clients    map[*client]bool
	broadcast  chan string
	register   chan *client
	unregister chan *client
	stop       chan struct{}
}

func newHub() *hub {
	return &hub{
		clients:    map[*client]bool{},
		broadcast:  make(chan string),
		register:   make(chan *client),
		unregister: make(chan *client),
		stop:       make(chan struct{}),
	}
}

func (h *hub) run() {
	for {
		select {
		case c := <-h.register:
			h.clients[c] = true
		case c := <-h.unregister:
			if h.clients[c] {
				delete(h.clients, c)
				close(c.send)
			}
		case message := <-h.broadcast:
			for c := range h.clients {
				select {
				case c.send <- message:
				default:
					close(c.send)
					delete(h.clients, c)
				}
			}
		case <-h.stop:
			return
		}
	}
}

type client struct {
	hub  *hub
	conn conn
	send chan string
}

func (c *client) read() {
	defer func() {
		c.hub.unregister <- c
		c.conn.Close()
	}()
	for {
		message, err := c.conn.Read()
		if err != nil {
			break
		}
		c.hub.broadcast <- message
	}
}

func (c *client) write() {
	ticker := time.NewTicker(time.Minute)
	defer ticker.Stop()
	for {
		select {
		case message, ok := <-c.send:
			if !ok {
				return
			}
			if c.conn.Write(message) != nil {
				return
			}
		case <-ticker.C:
			if c.conn.Write("ping") != nil {
				return
			}
		}
	}
}

func (c *client) copy() {
	for message := range c.send {
		if c.conn.Write(message) != nil {
			return
		}
	}
}

func (h *hub) serve(upgrade func(http.ResponseWriter) conn) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c := &client{hub: h, conn: upgrade(w), send: make(chan string, 256)}
		h.register <- c
		if r.URL.Query().Has("plain") {
			go c.copy()
		} else {
			go c.write()
		}
		go c.read()
	}
}

// Package good waits for one of many goroutines, and counts for objects that outlive the goroutine.
package good

import (
	"errors"
	"sync"
)

// Start starts all nodes, and connects every other one to the first as soon as that one is there.
func Start(nodes []string, online bool, start func(string), connect func(from, to string)) {
	var all, first sync.WaitGroup
	all.Add(len(nodes))
	first.Add(1)
	for i, node := range nodes {
		go func() {
			defer all.Done()
			start(node)
			if online {
				if i > 0 {
					first.Wait()
					connect(node, nodes[0])
				} else {
					first.Done()
				}
			}
		}()
	}
	all.Wait()
}

// Hub knows its open streams.
type Hub struct {
	mu     sync.Mutex
	closed bool
	refs   sync.WaitGroup
	serve  func(*Stream)
}

// Stream counts as long as it is open.
type Stream struct {
	hub  *Hub
	once sync.Once
}

// Close lets the stream count no more.
func (s *Stream) Close() { s.once.Do(func() { s.hub.refs.Done() }) }

func (h *Hub) open() (*Stream, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, errors.New("closed")
	}
	h.refs.Add(1)
	return &Stream{hub: h}, nil
}

// Run opens a stream for each that is accepted.
func (h *Hub) Run(accept func() error) {
	for accept() == nil {
		h.refs.Add(1)
		go func() {
			stream, err := h.open()
			h.refs.Done()
			if err != nil {
				return
			}
			if serve := h.serve; serve != nil {
				serve(stream)
			}
		}()
	}
}

// Close waits for the streams.
func (h *Hub) Close() {
	h.mu.Lock()
	h.closed = true
	h.mu.Unlock()
	h.refs.Wait()
}

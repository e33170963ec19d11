package constructor

import "sync"

type Registry struct {
	mu    sync.Mutex
	items map[string]*Item
}

type Item struct {
	mu    sync.Mutex
	owner *Registry
	name  string
	uses  int
}

func NewRegistry() *Registry { return &Registry{items: map[string]*Item{}} }

// NewItem locks the new item first, which nobody else knows yet.
func NewItem(r *Registry, name string) *Item {
	item := &Item{owner: r, name: name}
	item.mu.Lock()
	defer item.mu.Unlock()
	item.uses = 1
	r.mu.Lock()
	defer r.mu.Unlock()
	r.items[name] = item
	return item
}

func (r *Registry) Uses() (n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, item := range r.items {
		item.mu.Lock()
		n += item.uses
		item.mu.Unlock()
	}
	return n
}

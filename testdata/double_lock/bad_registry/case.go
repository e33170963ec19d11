package registry

import (
	"fmt"
	"sync"
)

type Registry struct {
	mu    sync.Mutex
	parts map[string]string
}

func New() *Registry { return &Registry{parts: map[string]string{}} }

func (r *Registry) Has(name string) bool {
	r.mu.Lock() // want "locks|takes"
	defer r.mu.Unlock()
	_, ok := r.parts[name]
	return ok
}

// Register adds a part and refuses a second one of the same name.
func (r *Registry) Register(name, impl string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.Has(name) {
		return fmt.Errorf("%s is registered", name)
	}
	r.parts[name] = impl
	return nil
}

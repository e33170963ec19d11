//proof:none the wrong unlock ends the process with a fatal error, and nothing waits

package flags

import "sync"

type Flags struct {
	mu sync.RWMutex
	on map[string]bool
}

func New() *Flags { return &Flags{on: map[string]bool{}} }

func (f *Flags) On(name string) bool {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.on[name]
}

func (f *Flags) Set(name string, v bool) (changed bool) {
	f.mu.Lock()
	changed = f.on[name] != v
	f.on[name] = v
	f.mu.RUnlock() // want "locks|takes"
	return changed
}

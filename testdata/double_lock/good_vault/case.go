package vault

import "sync"

type Vault struct {
	mu   sync.RWMutex
	vals map[string]string
}

func (v *Vault) Get(k string) string {
	v.mu.RLock()
	s, ok := v.vals[k]
	v.mu.RUnlock()
	if ok {
		return s
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if s, ok := v.vals[k]; ok {
		return s
	}
	v.vals[k] = k
	return k
}

func (v *Vault) Swap(a, b string) {
	x, y := v.Get(a), v.Get(b)
	v.mu.Lock()
	v.vals[a], v.vals[b] = y, x
	v.mu.Unlock()
	_ = v.Get(a)
}

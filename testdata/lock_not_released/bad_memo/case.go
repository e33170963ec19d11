package memo

import "sync"

type Memo[K comparable, V any] struct {
	mu   sync.Mutex
	vals map[K]V
	load func(K) (V, error)
}

func New[K comparable, V any](load func(K) (V, error)) *Memo[K, V] {
	return &Memo[K, V]{vals: make(map[K]V), load: load}
}

func (m *Memo[K, V]) Get(k K) (V, error) {
	m.mu.Lock() // want "locked"
	if v, ok := m.vals[k]; ok {
		m.mu.Unlock()
		return v, nil
	}
	v, err := m.load(k)
	if err != nil {
		var zero V
		return zero, err
	}
	m.vals[k] = v
	m.mu.Unlock()
	return v, nil
}

func (m *Memo[K, V]) Len() int {
	m.mu.Lock() // blocks here
	defer m.mu.Unlock()
	return len(m.vals)
}

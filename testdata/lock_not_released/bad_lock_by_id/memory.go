// Package memory shares a table of values, each under a lock of its own.
package memory

import "sync"

type counted struct {
	lock  sync.Mutex
	users int
}

// Memory holds them.
type Memory struct {
	mu     sync.Mutex
	locks  map[string]*counted
	values map[string]*int
}

// New makes an empty one.
func New() *Memory {
	return &Memory{locks: map[string]*counted{}, values: map[string]*int{}}
}

// Get gives the value of an id.
func (m *Memory) Get(id string) *int {
	lock := m.makeLock(id)
	lock.Lock() // want "Get returns with lock locked" // blocks here
	return m.value(id)
}

// Add unlocks itself what it has locked.
func (m *Memory) Add(id string, amount int) {
	lock := m.makeLock(id)
	lock.Lock()
	*m.value(id) += amount
	lock.Unlock()
}

func (m *Memory) makeLock(id string) *sync.Mutex {
	m.mu.Lock()
	defer m.mu.Unlock()
	found, ok := m.locks[id]
	if !ok {
		found = &counted{}
		m.locks[id] = found
	}
	found.users++
	return &found.lock
}

func (m *Memory) value(id string) *int {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.values[id] == nil {
		m.values[id] = new(int)
	}
	return m.values[id]
}

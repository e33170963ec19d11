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

// Get gives the value of an id to whoever calls Put for it afterwards.
func (m *Memory) Get(id string) *int {
	lock := m.makeLock(id)
	lock.Lock()
	return m.value(id)
}

// Put ends the use of a value.
func (m *Memory) Put(id string) {
	lock := m.releaseLock(id)
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

func (m *Memory) releaseLock(id string) *sync.Mutex {
	m.mu.Lock()
	defer m.mu.Unlock()
	found := m.locks[id]
	found.users--
	if found.users == 0 {
		delete(m.locks, id)
	}
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

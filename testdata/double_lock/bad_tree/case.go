package tree

import "sync"

type Tree struct {
	mu    sync.RWMutex
	kids  map[string][]string
	title map[string]string
}

func New() *Tree { return &Tree{kids: map[string][]string{}, title: map[string]string{}} }

func (t *Tree) Title(id string) string {
	t.mu.RLock() // want "locks|takes"
	defer t.mu.RUnlock()
	return t.title[id]
}

// Titles lists the titles of the children.
func (t *Tree) Titles(id string) []string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	var out []string
	for _, kid := range t.kids[id] {
		out = append(out, t.Title(kid))
	}
	return out
}

func (t *Tree) Put(parent, id, title string) {
	t.mu.Lock()
	t.kids[parent] = append(t.kids[parent], id)
	t.title[id] = title
	t.mu.Unlock()
}

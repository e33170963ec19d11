package lazy

import "sync"

type Templates struct {
	mu    sync.RWMutex
	text  map[string]string
	parse func(string) string
}

func New(parse func(string) string) *Templates {
	return &Templates{text: map[string]string{}, parse: parse}
}

func (t *Templates) Get(name string) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	if s, ok := t.text[name]; ok {
		return s
	}
	s := t.parse(name)
	t.mu.Lock() // want "locks|takes"
	t.text[name] = s
	t.mu.Unlock()
	return s
}

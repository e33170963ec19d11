package nested

import "sync"

type Doc struct {
	mu    sync.Mutex
	words map[string]int
}

func (d *Doc) add(word string, held bool) {
	if !held {
		d.mu.Lock()
		defer d.mu.Unlock()
	}
	d.words[word]++
}

func (d *Doc) Add(word string) { d.add(word, false) }

func (d *Doc) AddAll(words []string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, w := range words {
		d.add(w, true)
	}
}

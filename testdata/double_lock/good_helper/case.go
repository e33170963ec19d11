package helper

import "sync"

type Index struct {
	mu    sync.Mutex
	words map[string]int
}

func (x *Index) add(word string, needLock bool) {
	if needLock {
		x.mu.Lock()
		defer x.mu.Unlock()
	}
	x.words[word]++
}

func (x *Index) Add(word string) { x.add(word, true) }

func (x *Index) AddAll(words []string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, word := range words {
		x.add(word, false)
	}
}

package freeze

import "sync"

type shelf struct {
	mu    sync.Mutex
	books []string
}

// Count counts the books of all shelves at one moment: every lock is held until the end.
func Count(shelves []*shelf) (count int) {
	for _, each := range shelves {
		each.mu.Lock()
		defer each.mu.Unlock()
	}
	for _, each := range shelves {
		count += len(each.books)
	}
	return count
}

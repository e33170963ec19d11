package jar

import "sync"

type Jar struct {
	mu    sync.Mutex
	items map[string]int
}

func New() *Jar { return &Jar{items: map[string]int{}} }

// getLocked returns with j.mu held if the item is there.
func (j *Jar) getLocked(name string) (int, bool) {
	j.mu.Lock()
	n, ok := j.items[name]
	if !ok {
		j.mu.Unlock()
		return 0, false
	}
	return n, true
}

func (j *Jar) Take(name string) bool {
	n, ok := j.getLocked(name)
	if !ok {
		return false
	}
	j.items[name] = n - 1
	j.mu.Unlock()
	return true
}

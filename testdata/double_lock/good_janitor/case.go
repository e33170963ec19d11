package janitor

import "sync"

type Janitor struct {
	mu    sync.Mutex
	trash []string
}

func (j *Janitor) tidy() {
	if !j.mu.TryLock() {
		return
	}
	j.trash = j.trash[:0]
	j.mu.Unlock()
}

func (j *Janitor) Drop(s string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.trash = append(j.trash, s)
	if len(j.trash) > 10 {
		j.tidy()
	}
}

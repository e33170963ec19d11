package folder

import "sync"

type Folder struct {
	mu    sync.Mutex
	name  string
	up    *Folder
	files int
}

func (f *Folder) Grow(n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.files += n
	if f.up != nil {
		f.up.Grow(n)
	}
}

func (f *Folder) Rename(name string) {
	f.mu.Lock()
	f.name = name
	f.mu.Unlock()
}

package inventory

import "sync"

// A Mirror replaces its whole list on every poll; a Feed gets one host after the other.
type Inventory struct {
	mirror bool
	poll   func() []string
	feed   chan string

	mu    sync.Mutex
	hosts map[string]int
}

func Open(mirror bool, poll func() []string, feed chan string) *Inventory {
	return &Inventory{mirror: mirror, poll: poll, feed: feed, hosts: map[string]int{}}
}

func (i *Inventory) Update() {
	if i.mirror {
		i.refresh()
		return
	}
	for host := range i.feed {
		i.add(host)
	}
}

// refresh keeps the lock over the whole list, so that nobody sees half of it.
func (i *Inventory) refresh() {
	hosts := i.poll()
	i.mu.Lock()
	defer i.mu.Unlock()
	i.hosts = map[string]int{}
	for _, host := range hosts {
		i.add(host)
	}
}

func (i *Inventory) add(host string) {
	if host == "" {
		return
	}
	if !i.mirror {
		i.mu.Lock()
		defer i.mu.Unlock()
	}
	i.hosts[host]++
}

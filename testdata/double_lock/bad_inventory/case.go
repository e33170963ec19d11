package inventory

import "sync"

type Inventory struct {
	mirror bool
	poll   func() []string

	mu    sync.Mutex
	hosts map[string]int
}

func Open(mirror bool, poll func() []string) *Inventory {
	return &Inventory{mirror: mirror, poll: poll, hosts: map[string]int{}}
}

func (i *Inventory) Update() {
	if !i.mirror {
		i.refresh()
	}
}

func (i *Inventory) refresh() {
	hosts := i.poll()
	i.mu.Lock()
	defer i.mu.Unlock()
	for _, host := range hosts {
		i.add(host)
	}
}

// add takes the lock just where refresh is called: its test is the wrong way round.
func (i *Inventory) add(host string) {
	if !i.mirror {
		i.mu.Lock() // want "locks i.mu again inside"
		defer i.mu.Unlock()
	}
	i.hosts[host]++
}

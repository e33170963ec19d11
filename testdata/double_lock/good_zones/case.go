package zones

import "sync"

type zone struct {
	mu    sync.Mutex
	hosts []string
}

type Zones struct {
	mu    sync.Mutex
	zones map[string]*zone
}

func (z *Zones) Hosts(name string) []string {
	z.mu.Lock()
	one := z.zones[name]
	if one == nil {
		z.mu.Unlock()
		return nil
	}
	one.mu.Lock()
	z.mu.Unlock()
	defer one.mu.Unlock()
	return append([]string(nil), one.hosts...)
}

func (z *Zones) Each(fn func(string, int)) {
	z.mu.Lock()
	defer z.mu.Unlock()
	for name, one := range z.zones {
		one.mu.Lock()
		n := len(one.hosts)
		one.mu.Unlock()
		fn(name, n)
	}
}

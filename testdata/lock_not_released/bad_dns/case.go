package dns

import (
	"net/netip"
	rw "sync"
)

type Cache struct {
	lock    rw.RWMutex
	records map[string][]netip.Addr
	misses  uint64
}

func NewCache() *Cache { return &Cache{records: make(map[string][]netip.Addr)} }

func (c *Cache) Put(host string, addrs ...netip.Addr) {
	c.lock.Lock() // blocks here
	defer c.lock.Unlock()
	c.records[host] = append([]netip.Addr(nil), addrs...)
}

func (c *Cache) Resolve(host string) ([]netip.Addr, bool) {
	c.lock.RLock() // want "locked"
	addrs, ok := c.records[host]
	if !ok {
		return nil, false
	}
	out := make([]netip.Addr, len(addrs))
	copy(out, addrs)
	c.lock.RUnlock()
	return out, true
}

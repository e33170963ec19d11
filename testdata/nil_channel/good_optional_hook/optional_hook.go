package optionalhook

type cache struct {
	data    map[string]string
	evicted chan string
}

func (c *cache) evict(key string) {
	delete(c.data, key)
	if c.evicted != nil {
		c.evicted <- key
	}
}

package optionalhook

func Exercise() {
	c := &cache{data: map[string]string{}}
	c.evict("a")
}

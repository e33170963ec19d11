package zones

// Exercise asks for zones that are there and that are not.
func Exercise() {
	z := &Zones{zones: map[string]*zone{"a": {hosts: []string{"one", "two"}}}}
	for range 2 {
		z.Hosts("a")
		z.Hosts("b")
		z.Each(func(string, int) {})
	}
}

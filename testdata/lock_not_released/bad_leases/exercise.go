package leases

// Exercise takes a lease that another has, and then one that is free.
func Exercise() {
	l := &Leases{owner: map[string]string{}}
	_ = l.Take("a", "one")
	_ = l.Take("a", "two")
	go func() { _ = l.Take("b", "two") }()
}

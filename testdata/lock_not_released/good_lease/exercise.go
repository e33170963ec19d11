package lease

// Exercise goes every way, twice.
func Exercise() {
	for _, owner := range []string{"", "alice"} {
		l := &Lease{owner: owner}
		for range 2 {
			l.Renew("alice")
			l.Renew("bob")
			l.Owner()
		}
	}
}

package owntype

// registry has functions that look like those of context.
type registry struct{ names []string }

func (r *registry) WithCancel(name string) (int, func()) {
	r.names = append(r.names, name)
	return len(r.names), func() { r.names = nil }
}

func (r *registry) add(name string) int {
	n, _ := r.WithCancel(name)
	return n
}

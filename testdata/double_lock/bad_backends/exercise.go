package backends

// Exercise clears a store that keeps pages.
func Exercise() { go New(&Disk{}).Clear() }

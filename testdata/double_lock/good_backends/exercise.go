package backends

// Exercise clears a store of each kind.
func Exercise() {
	New(&Disk{}).Clear(func() {})
	New(&Memory{}).Clear(func() {})
}

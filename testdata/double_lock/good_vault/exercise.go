package vault

// Exercise swaps new values and old ones.
func Exercise() {
	v := &Vault{vals: map[string]string{}}
	v.Swap("a", "b")
	v.Swap("a", "b")
}

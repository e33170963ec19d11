package keyring

// Exercise looks for a key without a name.
func Exercise() {
	Lookup("")
}

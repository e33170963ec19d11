package inventory

// Exercise updates an inventory that adds one host.
func Exercise() { go Open(false, func() []string { return []string{"a"} }).Update() }

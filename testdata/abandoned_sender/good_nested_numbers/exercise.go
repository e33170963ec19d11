package good

// Exercise has a store that takes everything.
func Exercise() {
	Load(func(int) error { return nil })
}

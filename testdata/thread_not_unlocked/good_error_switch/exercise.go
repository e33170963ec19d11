package registry

// Exercise updates with success and without.
func Exercise() {
	_ = Update(true, nil, "a")
	_ = Update(false, nil, "a")
	_ = Update(false, map[string]int{}, "a")
}

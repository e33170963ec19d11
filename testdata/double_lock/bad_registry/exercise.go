package registry

// Exercise registers a part.
func Exercise() { go New().Register("engine", "v8") }

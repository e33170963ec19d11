package bad

// Exercise plays it.
func Exercise() { Copy(func() {}, func() {}) }

package good

// Exercise plays it.
func Exercise() { Copy(func() {}, func() {}) }

package good

// Exercise plays it.
func Exercise() { Each([]func(){func() {}, func() {}}, 1) }

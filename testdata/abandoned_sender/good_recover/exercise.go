package good

// Exercise has one job that panics.
func Exercise() {
	Each([]func(){func() {}, func() { panic("broken") }, func() {}})
}

package plugin

// Exercise calls and tries.
func Exercise() {
	h := &Host{}
	h.Call(func() bool { return true })
	h.Try(nil)
}

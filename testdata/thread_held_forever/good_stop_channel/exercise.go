package watch

// Exercise stops what it started.
func Exercise() {
	stop := make(chan struct{})
	Watch(stop, func() {})
	close(stop)
}

package blocking

// Exercise is ready at once.
func Exercise() {
	ready := make(chan struct{})
	close(ready)
	Run(ready, func() {})
}

package good

// Exercise plays it.
func Exercise() { (&poller{wake: make(chan struct{})}).Wait() }

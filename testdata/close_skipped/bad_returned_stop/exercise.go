package bad

// Exercise plays it.
func Exercise() {
	body := make(chan struct{})
	respond := KeepAlive(body, func(error) {})
	go respond(nil)
}

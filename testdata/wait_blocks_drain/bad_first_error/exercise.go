package bad

// Exercise plays it.
func Exercise() {
	fail := func() error { return errClosed }
	go Close([]func() error{fail, fail, fail})
}

package good

// Exercise plays it.
func Exercise() {
	fail := func() error { return errClosed }
	_ = Close([]func() error{fail, fail, fail})
}

package bad

// Exercise plays it.
func Exercise() { Start(func() error { return errBusy }).Close() }

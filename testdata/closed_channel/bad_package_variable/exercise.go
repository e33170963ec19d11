package packagevariable

func Exercise() {
	go await()
	boot(func() error { return errLoad })
}

package capture

// Exercise listens to one device.
func Exercise() {
	_ = Listen("eth0", func(int) {})
}

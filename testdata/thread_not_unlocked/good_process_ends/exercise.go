package loader

// Exercise starts a small program.
func Exercise() {
	Start("/bin/true", 1)
}

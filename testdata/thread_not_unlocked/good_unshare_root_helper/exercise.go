package mounts

// Exercise mounts a directory.
func Exercise() {
	_ = Mount("/a", "/a")
}

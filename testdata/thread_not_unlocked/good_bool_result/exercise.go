package workdir

// Exercise renames with relative and with absolute paths.
func Exercise() {
	Rename("a", "b")
	Rename("/a", "/b")
}

package opengl

// Exercise asks for a window of no size.
func Exercise() {
	w := &window{}
	w.Rename("main")
	_ = w.Resize(0, 0)
}

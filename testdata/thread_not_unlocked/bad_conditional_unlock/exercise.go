package renderer

// Exercise renders a shared frame.
func Exercise() {
	Render(&Frame{dirty: true, shared: true})
}

package printer

// Exercise prints what cannot be printed.
func Exercise() {
	_ = Print([]string{"one", ""})
}

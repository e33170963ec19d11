package bad

// Exercise has a bad line before the last.
func Exercise() {
	_ = Check([]string{"a", "", "b"})
}

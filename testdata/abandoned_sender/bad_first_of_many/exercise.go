package bad

// Exercise asks three mirrors and needs one.
func Exercise() {
	First([]string{"a", "b", "c"}, func(mirror string) string { return mirror })
}

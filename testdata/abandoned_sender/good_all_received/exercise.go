package good

// Exercise plays it.
func Exercise() {
	_ = All([]string{"a", ""})
	_ = Both(nil, func() error { return nil })
}

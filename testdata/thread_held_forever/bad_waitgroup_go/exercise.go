package batch

// Exercise starts one lane.
func Exercise() {
	(&Runner{lanes: []func(){func() {}}}).Start()
}

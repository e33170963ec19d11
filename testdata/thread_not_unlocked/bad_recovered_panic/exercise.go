package scripts

// Exercise evaluates an empty script.
func Exercise() {
	_, _ = Eval("")
}

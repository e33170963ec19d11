package affinity

// Exercise pins and undoes.
func Exercise() {
	undo, err := Pin(0)
	if err == nil {
		undo()
	}
	Hold()()
}

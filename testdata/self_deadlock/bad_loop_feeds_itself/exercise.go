package bad

// Exercise plays it.
func Exercise() { Start().Emit(1) }

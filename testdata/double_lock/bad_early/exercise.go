package early

// Exercise asks for the name of a number.
func Exercise() { go Name(1) }

package bad

// Exercise plays it.
func Exercise() { Listen().Next() }

package set

// Exercise adds to a set with room.
func Exercise() { go Of(1, 2).AddMax(3, 5) }

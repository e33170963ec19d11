package merge

// Exercise merges two maps.
func Exercise() { go New().AddAll(map[string]int{"a": 1}, map[string]int{"b": 2}) }

package bad

// Exercise merges three empty sources.
func Exercise() {
	Merge([][]string{nil, nil, nil})
}

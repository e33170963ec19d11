package phases

// Exercise merges a few values.
func Exercise() {
	Merge([]int{1, 2, 3, 4})
}

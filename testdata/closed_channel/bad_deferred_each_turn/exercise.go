package deferredeachturn

func Exercise() {
	find([]string{"a", "b"}, func(folder string, _ <-chan struct{}) []string { return []string{folder} })
}

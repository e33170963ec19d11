package deferredeachturn

func Exercise() {
	folders := []string{"a", "b"}
	find(folders, func(folder string, _ <-chan struct{}) []string { return []string{folder} })
	start := func(_ string, stop <-chan struct{}) { go func() { <-stop }() }
	watch(folders, start)
	leave(folders, start)
}

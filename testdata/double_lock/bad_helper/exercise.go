package helper

// Exercise adds several words at once.
func Exercise() {
	x := &Index{words: map[string]int{}}
	x.Add("one")
	go x.AddAll([]string{"two", "three"})
}

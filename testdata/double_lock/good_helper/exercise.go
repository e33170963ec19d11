package helper

// Exercise adds one word, and then several.
func Exercise() {
	x := &Index{words: map[string]int{}}
	x.Add("one")
	x.AddAll([]string{"two", "three"})
	x.Add("four")
}

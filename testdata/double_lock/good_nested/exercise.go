package nested

// Exercise adds one word, and several.
func Exercise() {
	d := &Doc{words: map[string]int{}}
	d.Add("a")
	d.AddAll([]string{"b", "c"})
	d.Add("d")
}

package jar

// Exercise takes what is there and what is not, twice.
func Exercise() {
	j := New()
	j.items["tea"] = 2
	for range 2 {
		j.Take("tea")
		j.Take("salt")
	}
}

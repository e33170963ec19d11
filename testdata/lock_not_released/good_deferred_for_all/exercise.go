package freeze

// Exercise counts twice.
func Exercise() {
	shelves := []*shelf{{books: []string{"a"}}, {}}
	Count(shelves)
	Count(shelves)
}

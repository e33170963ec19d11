package cart

// Exercise puts few and many.
func Exercise() {
	c := &Cart{items: map[string]int{}}
	c.Put("tea", 1)
	c.Put("salt", 200)
	c.Total()
}

package rows

// Exercise finds a row, and adds another.
func Exercise() {
	t := new(Table)
	t.Insert(map[string]string{"name": "alice"})
	t.Index("name", "bob")
	t.Index("name", "alice")
	go t.Insert(map[string]string{"name": "bob"})
}

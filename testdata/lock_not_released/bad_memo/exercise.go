package memo

import "strconv"

// Exercise asks for what cannot be loaded.
func Exercise() {
	m := New(strconv.Atoi)
	m.Get("1")
	m.Get("one")
	go m.Len()
}

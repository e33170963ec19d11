package good

// Exercise fills two pages and a half.
func Exercise() { Pages([]string{"a", "b", "c", "d", "e"}, 2) }

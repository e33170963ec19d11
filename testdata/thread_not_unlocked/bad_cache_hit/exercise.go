package glyphs

// Exercise asks twice for one glyph.
func Exercise() {
	c := &Cache{widths: map[rune]int{}}
	c.Width('x')
	c.Width('x')
}

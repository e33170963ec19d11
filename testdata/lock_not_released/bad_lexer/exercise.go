package lexer

// Exercise reads to the end, and once more.
func Exercise() {
	s := NewSource([]byte("a\r\n"))
	s.Next()
	s.Next()
	s.Next()
	go s.Next()
}

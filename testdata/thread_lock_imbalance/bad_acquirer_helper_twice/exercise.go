package surface

// Exercise copies too much.
func Exercise() {
	Blit(make([]int, 1), make([]int, 2))
}

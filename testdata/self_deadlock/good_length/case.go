package good

// Copy has room for all.
func Copy(all []int) []int {
	box := make(chan int, len(all))
	for _, one := range all {
		box <- one
	}
	close(box)
	var copied []int
	for one := range box {
		copied = append(copied, one)
	}
	return copied
}

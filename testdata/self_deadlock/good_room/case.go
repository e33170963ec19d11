package good

// Swap has room for the value.
func Swap(value int) int {
	box := make(chan int, 1)
	box <- value
	return <-box
}

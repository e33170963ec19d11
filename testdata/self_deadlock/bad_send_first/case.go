package bad

// Swap passes a value through a channel, alone.
func Swap(value int) int {
	box := make(chan int)
	box <- value // want "Swap waits for itself"
	return <-box
}

package good

// Swap sends in a goroutine of its own.
func Swap(value int) int {
	box := make(chan int)
	go func() { box <- value }()
	return <-box
}

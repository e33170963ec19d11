package receivedfromchannel

// hand passes on one channel through another.
func hand(makers chan chan int) int {
	var turn chan int
	select {
	case turn = <-makers:
	}
	return <-turn
}

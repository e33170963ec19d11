package receivedfromchannel

func Exercise() {
	makers, turn := make(chan chan int, 1), make(chan int, 1)
	turn <- 1
	makers <- turn
	hand(makers)
}

package newchanneleachturn

func Exercise() {
	new(round).play(2, func(start <-chan struct{}) { <-start })
	closeAll([]*lane{{make(chan int)}, {make(chan int)}})
}

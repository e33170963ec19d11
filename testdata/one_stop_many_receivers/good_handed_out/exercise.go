package handedout

func Exercise() {
	quit := Start(2, make(chan int), func(int) {})
	quit <- struct{}{}
}

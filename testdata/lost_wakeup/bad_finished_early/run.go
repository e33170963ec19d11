package finishedearly

func runTwice(aside, here func()) {
	done := make(chan bool)
	go func() {
		aside()
		select {
		case done <- true: // want "a wake-up is lost when nobody is parked at `<-done`"
		default:
		}
	}()
	here()
	<-done
}

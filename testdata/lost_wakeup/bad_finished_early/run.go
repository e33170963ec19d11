package finishedearly

func runTwice(aside, here func()) {
	done := make(chan bool)
	go func() {
		aside()
		select { // want "a wake-up is lost when nobody is parked at `<-done`"
		case done <- true:
		default:
		}
	}()
	here()
	<-done
}

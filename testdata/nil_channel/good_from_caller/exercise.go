package fromcaller

func Exercise() {
	sink := make(chan string, 1)
	newLogger(to(sink)).log("hello")
}

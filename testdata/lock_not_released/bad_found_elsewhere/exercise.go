package machine

func Exercise() {
	Start()
	go Start()
}

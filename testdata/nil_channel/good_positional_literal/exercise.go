package positionalliteral

func Exercise() {
	p := open()
	go p.serve()
	p.square(3)
	close(p.requests)
}

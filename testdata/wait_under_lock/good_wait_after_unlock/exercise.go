package waitafterunlock

func Exercise() {
	p := &pool{}
	p.start(func() {})
	p.stop()
}

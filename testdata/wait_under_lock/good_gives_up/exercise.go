package givesup

func Exercise() {
	f := start()
	f.put(1)
	f.stop()
}

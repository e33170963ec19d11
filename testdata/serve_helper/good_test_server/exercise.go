package testserver

func Exercise() {
	Probe()
}

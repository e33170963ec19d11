package singleworker

func Exercise() {
	start().stop()
}

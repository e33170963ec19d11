package bad

// Exercise marks once.
func Exercise() {
	go NewRecorder().Mark("start")
}

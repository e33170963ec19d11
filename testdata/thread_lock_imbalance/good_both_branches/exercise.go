package modem

// Exercise dials three numbers.
func Exercise() {
	Dial("")
	Dial("0")
	Dial("1")
}

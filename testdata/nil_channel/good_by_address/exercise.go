package byaddress

func Exercise() {
	collect(3)
}

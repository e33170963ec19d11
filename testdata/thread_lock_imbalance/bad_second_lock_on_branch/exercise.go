package bus

// Exercise transfers something urgent.
func Exercise() {
	Transfer([]byte("now"), true)
}

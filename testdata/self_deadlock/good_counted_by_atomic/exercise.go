package good

// Exercise publishes three messages.
func Exercise() {
	Publish(3, func(int32) {})
}

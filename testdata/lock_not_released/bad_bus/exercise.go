package bus

// Exercise publishes twice to a subscriber that has no room.
func Exercise() {
	Subscribe("slow", 0)
	Publish("slow", "one")
	go Publish("slow", "two")
}

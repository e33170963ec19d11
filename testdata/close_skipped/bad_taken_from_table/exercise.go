package bad

// Exercise plays it.
func Exercise() {
	b := NewBroker()
	cancel := b.follow(func(Event) {})
	b.Publish(Event{1})
	cancel()
}

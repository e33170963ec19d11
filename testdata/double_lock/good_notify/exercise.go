package notify

// Exercise fires two callbacks, and bumps while they run.
func Exercise() {
	h := &Hub{calls: []func(){func() {}, func() {}}}
	h.Fire()
	h.Bump()
	h.Fire()
}

package solve

// Exercise makes room for all updates.
func Exercise() {
	updates := make(chan Status, 3)
	_ = (&Client{steps: 3}).Solve(updates)
}

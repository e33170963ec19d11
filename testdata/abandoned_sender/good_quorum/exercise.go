package good

// Exercise plays it.
func Exercise() {
	yes := func() bool { return true }
	unanimous([]func() bool{yes, yes, yes})
	majority([]func() bool{yes, yes, yes})
}

package good

// unanimous counts what was granted; when all was, nobody is left.
func unanimous(nodes []func() bool) bool {
	votes := make(chan bool)
	for _, ask := range nodes {
		go func() { votes <- ask() }()
	}
	granted, asked := 0, 0
	for asked < len(nodes) {
		if <-votes {
			granted++
		}
		asked++
		if granted == len(nodes) {
			return true
		}
	}
	return false
}

// majority has room for every vote.
func majority(nodes []func() bool) bool {
	votes := make(chan bool, len(nodes))
	for _, ask := range nodes {
		go func() { votes <- ask() }()
	}
	granted := 0
	for range nodes {
		if <-votes {
			granted++
		}
		if granted > len(nodes)/2 {
			return true
		}
	}
	return false
}

package bad

var surveys = map[string]*survey{"first": New()}

// Exercise plays it.
func Exercise() { go surveys["first"].Sum([]func() int{func() int { return 1 }}) }

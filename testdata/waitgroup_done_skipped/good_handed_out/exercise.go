package handedout

func Exercise() { _ = rejected([]string{"a", "b", "c"}, 2) }

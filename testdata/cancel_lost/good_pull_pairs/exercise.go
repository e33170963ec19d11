package pairs

import "golintsched.test/cases/prove"

func Exercise() {
	ended := false
	names := func(yield func(int, string) bool) {
		defer func() { ended = true }()
		for n := 0; yield(n, "name"); n++ {
		}
	}
	first(names)
	if !ended {
		prove.Count("sequences left suspended", 1)
	}
	prove.Count("sequences left suspended", 0)
}

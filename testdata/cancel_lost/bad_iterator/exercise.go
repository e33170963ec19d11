package merge

import (
	"slices"

	"golintsched.test/cases/prove"
)

func Exercise() {
	ended := false
	a := func(yield func(int) bool) {
		defer func() { ended = true }()
		for n := 0; yield(n); n++ {
		}
	}
	Equal(a, slices.Values([]int{0, 5}))
	if !ended {
		prove.Count("sequences left suspended", 1)
	}
}

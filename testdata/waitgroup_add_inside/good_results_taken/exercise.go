package resultstaken

import "golintsched.test/cases/prove"

func Exercise() {
	prove.Count("missing", 6-sum([]int{1, 2, 3}))
}

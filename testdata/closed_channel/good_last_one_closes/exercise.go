package lastonecloses

func Exercise() {
	fan([]func() int{func() int { return 1 }, func() int { return 2 }})
}

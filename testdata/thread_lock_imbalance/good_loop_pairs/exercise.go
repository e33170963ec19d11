package steps

// Exercise runs three steps and goes deep.
func Exercise() {
	yes := func() bool { return true }
	Run([]func() bool{yes, func() bool { return false }, yes})
	Deep(3)
}

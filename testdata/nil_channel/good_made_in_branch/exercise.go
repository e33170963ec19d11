package madeinbranch

func Exercise() {
	run(true, []func() int{func() int { return 1 }})
}

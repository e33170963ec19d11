package jobsclosed

func Exercise() {
	run(2, []int{1, 2}, func(int) {})
}

package localflag

func Exercise() {
	split([]int{1, 2, 3}, 2)
}

package ownercloses

func Exercise() {
	merge([]int{1, 2}, []int{3})
}

package assignedinclosure

func Exercise() {
	put(1)
	get()
}

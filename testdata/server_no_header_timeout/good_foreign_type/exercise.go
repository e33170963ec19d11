package foreigntype

func Exercise() {
	Run()
}

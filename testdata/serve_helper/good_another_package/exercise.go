package anotherpackage

func Exercise() {
	Run()
}

package ownserver

func Exercise() {
	Run()
}

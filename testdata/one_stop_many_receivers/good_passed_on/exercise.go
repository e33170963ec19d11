package passedon

func Exercise() {
	run(3, make(chan int))
}

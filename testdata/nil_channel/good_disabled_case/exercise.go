package disabledcase

func Exercise() {
	a, b := make(chan int), make(chan int)
	close(a)
	close(b)
	merge(a, b)
}

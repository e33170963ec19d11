package helperoftwo

func Exercise() {
	quiet()
	out := make(chan int, 8)
	open(out).flush([]int{1})
	<-out
}

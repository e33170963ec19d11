package waiterstakenout

func Exercise() {
	o := &oracle{waiters: map[int][]chan struct{}{}}
	first, second := o.wait(1), o.wait(1)
	o.reach(0)
	o.reach(1)
	<-first
	<-second
	o.reach(2)
	third := o.wait(3)
	numbers := make(chan int, 2)
	numbers <- 3
	numbers <- 3
	close(numbers)
	o.serve(numbers)
	<-third
}

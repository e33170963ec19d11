package bad

var (
	updates = make(chan int)
	stopped = make(chan struct{})
	left    = make(chan struct{})
)

func follow(show func(int)) {
	defer close(left)
	for {
		select {
		case n := <-updates:
			show(n)
		case <-stopped:
			return
		}
	}
}

func report(n int) {
	select {
	case updates <- n:
	case <-stopped:
	}
}

func finish(n int) {
	updates <- n // want "once follow has left by `<-stopped`"
}

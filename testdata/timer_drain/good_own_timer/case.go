package good

// A timer of ours gives a tick whenever it is asked whether it stops.
type timer struct{ C chan int }

func (t *timer) Stop() bool {
	select {
	case t.C <- 1:
	default:
	}
	return false
}

// Use takes two ticks.
func Use() {
	t := &timer{make(chan int, 1)}
	t.C <- 1
	<-t.C
	if !t.Stop() {
		<-t.C
	}
}

package good

import "time"

// Watch reports that it goes on until the answer has come.
func Watch(work func() int, tick func()) int {
	answer := make(chan int)
	go func() { answer <- work() }()
	for {
		select {
		case got := <-answer:
			return got
		default:
			tick()
			time.Sleep(time.Millisecond)
		}
	}
}

// First polls a buffer, which takes the answer whether anybody looks or not.
func First(work func() int) (int, bool) {
	answer := make(chan int, 1)
	go func() { answer <- work() }()
	select {
	case got := <-answer:
		return got, true
	default:
		return 0, false
	}
}

package packagevariable

import "time"

func Exercise() {
	run([]chan int{make(chan int), make(chan int)}, func() {})
	time.Sleep(20 * time.Millisecond)
}

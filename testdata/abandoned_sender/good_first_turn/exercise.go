package firstturn

func Exercise() {
	left := 5
	next := func() int { left--; return left }
	done := make(chan struct{})
	copyAll(next, func(int) { close(done) })
	<-done
	packets := []int{1, 2, 3, 4, 5}
	first(packets, func(int) {})
	third(packets, func(int) {})
}

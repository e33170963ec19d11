package somesendergivesstop

import "time"

func Exercise() {
	p := newPool(2)
	p.jobs <- -1
	time.Sleep(10 * time.Millisecond)
	p.jobs <- 1

	f := newFeed()
	close(f.input)
	time.Sleep(10 * time.Millisecond)

	g := newFeed()
	g.abort()
	time.Sleep(10 * time.Millisecond)
	g.input <- "a"
}

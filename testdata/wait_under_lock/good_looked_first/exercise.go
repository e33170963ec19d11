package lookedfirst

import "sync"

func Exercise() {
	q := newQueue(2)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 100 {
				q.put("a")
				q.take()
				q.peek()
			}
		})
	}
	all.Wait()
	q.close()
}

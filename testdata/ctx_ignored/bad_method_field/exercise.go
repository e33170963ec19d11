package methodfield

import "context"

func Exercise() {
	x, cancel := newIndexer(context.Background())
	x.Start()
	x.lines <- "a b"
	x.marks <- struct{}{}
	cancel()
}

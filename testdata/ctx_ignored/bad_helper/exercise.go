package helper

import (
	"context"
	"sync"
)

func Exercise() {
	ctx, cancel := context.WithCancel(context.Background())
	var group sync.WaitGroup
	b := &batch[int]{in: make(chan int), out: make(chan []int, 1), n: 2}
	runBatches(ctx, &group, b)
	b.in <- 1
	cancel()
}

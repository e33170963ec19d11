package helper

import (
	"context"
	"sync"
)

type batch[T any] struct {
	in  chan T
	out chan []T
	n   int
}

func (b *batch[T]) gather() []T {
	var items []T
	for len(items) < b.n {
		items = append(items, b.take())
	}
	return items
}

func (b *batch[T]) take() T {
	return <-b.in // want "`<-b.in` ignores ctx"
}

func runBatches(ctx context.Context, group *sync.WaitGroup, b *batch[int]) {
	group.Go(func() {
		for {
			items := b.gather()
			select {
			case b.out <- items:
			default:
			}
		}
	})
}

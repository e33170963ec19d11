// Package good walks a tree with a fixed number of workers, each of whom finds more work.
package good

import (
	"context"
	"sync"
)

// Node has children.
type Node struct{ children []*Node }

// March visits all nodes below the root, unless the context ends before.
func March(ctx context.Context, root *Node, workers int, visit func(*Node)) {
	var all, open sync.WaitGroup
	in := make(chan *Node, workers)
	for range workers {
		all.Go(func() {
			for {
				select {
				case <-ctx.Done():
					return
				case node, ok := <-in:
					if !ok {
						return
					}
					visit(node)
					if len(node.children) > 0 {
						open.Add(len(node.children))
						go func() {
							for _, child := range node.children {
								select {
								case <-ctx.Done():
									open.Done()
								case in <- child:
								}
							}
						}()
					}
					open.Done()
				}
			}
		})
	}
	open.Add(1)
	in <- root
	done := make(chan struct{})
	go func() {
		select {
		case <-ctx.Done():
			for range in {
				open.Done()
			}
		case <-done:
		}
	}()
	open.Wait()
	close(done)
	close(in)
	all.Wait()
}

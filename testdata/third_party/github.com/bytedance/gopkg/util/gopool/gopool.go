// Package gopool stands in for github.com/bytedance/gopkg/util/gopool, with the same signatures.
package gopool

// Go runs f in another goroutine.
func Go(f func()) {
	go f()
}

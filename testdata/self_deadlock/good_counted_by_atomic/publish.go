// Package good publishes messages, and says which.
package good

import "sync/atomic"

// Publish sends messages until there are n of them, which is what the channel holds.
func Publish(n int32, send func(int32)) []int32 {
	sent := make(chan int32, n)
	var count atomic.Int32
	for {
		send(count.Load())
		sent <- count.Load()
		count.Add(1)
		if count.Load() == n {
			break
		}
	}
	close(sent)
	var ids []int32
	for id := range sent {
		ids = append(ids, id)
	}
	return ids
}

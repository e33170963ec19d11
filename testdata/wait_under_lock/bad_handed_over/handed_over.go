package handedover

import (
	"sync"
	"time"
)

func Exercise() {
	s := &shop{stock: map[string]int{}}
	go s.refill([]string{"a", "b"})
	time.Sleep(50 * time.Millisecond)
}

type shop struct {
	mu    sync.Mutex
	stock map[string]int
}

func (s *shop) order(item string, ack chan<- string) {
	s.mu.Lock() // blocks here
	s.stock[item]++
	s.mu.Unlock()
	ack <- item
}

func (s *shop) refill(items []string) {
	acks := make(chan string)
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, item := range items {
		go s.order(item, acks)
	}
	for range items {
		<-acks // want "this receive waits with `s.mu` held for order"
	}
}

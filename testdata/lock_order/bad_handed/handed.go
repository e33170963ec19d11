package handed

import "sync"

// Shop has a stock and a till.
type Shop struct {
	stockMu sync.Mutex
	stock   map[string]int
	till    till
}

type till struct {
	mu  sync.Mutex
	sum int
}

// withStock runs something with the stock locked.
func (s *Shop) withStock(f func(map[string]int)) {
	s.stockMu.Lock()
	defer s.stockMu.Unlock()
	f(s.stock)
}

// Sell takes one out of the stock, and takes the money.
func (s *Shop) Sell(name string, price int) {
	s.withStock(func(stock map[string]int) {
		stock[name]--
		s.till.mu.Lock() // want "locks till.mu while it holds Shop.stockMu"
		s.till.sum += price
		s.till.mu.Unlock()
	})
}

// Close tells what is left of everything.
func (s *Shop) Close() (sum, left int) {
	s.till.mu.Lock()
	defer s.till.mu.Unlock()
	sum = s.till.sum
	s.withStock(func(stock map[string]int) { left = len(stock) })
	return sum, left
}

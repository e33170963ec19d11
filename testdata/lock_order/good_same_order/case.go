package sameorder

import "sync"

type Shop struct {
	ordersMu sync.Mutex
	billsMu  sync.Mutex
	orders   []string
	bills    []int
}

func (s *Shop) Order(what string, price int) {
	s.ordersMu.Lock()
	defer s.ordersMu.Unlock()
	s.orders = append(s.orders, what)
	s.bill(price)
}

func (s *Shop) bill(price int) {
	s.billsMu.Lock()
	defer s.billsMu.Unlock()
	s.bills = append(s.bills, price)
}

// Close gives the last bill; it needs the orders only after the bills are free again.
func (s *Shop) Close() (last, open int) {
	s.billsMu.Lock()
	if n := len(s.bills); n > 0 {
		last = s.bills[n-1]
	}
	s.billsMu.Unlock()
	s.ordersMu.Lock()
	defer s.ordersMu.Unlock()
	return last, len(s.orders)
}

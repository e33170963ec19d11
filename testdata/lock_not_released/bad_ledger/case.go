package ledger

import (
	"errors"
	"fmt"
	"sync"
)

var ErrFunds = errors.New("insufficient funds")

type Ledger struct {
	mu       sync.Mutex
	balances map[string]int64
	history  []string
}

func New() *Ledger { return &Ledger{balances: map[string]int64{}} }

// Move transfers amount between two accounts.
func (l *Ledger) Move(from, to string, amount int64) error {
	if amount <= 0 {
		return fmt.Errorf("bad amount %d", amount)
	}
	l.mu.Lock() // want "locked"
	if l.balances[from] < amount {
		return fmt.Errorf("move %s -> %s: %w", from, to, ErrFunds)
	}
	l.balances[from] -= amount
	l.balances[to] += amount
	l.history = append(l.history, from+"->"+to)
	l.mu.Unlock()
	return nil
}

func (l *Ledger) Balance(name string) int64 {
	l.mu.Lock() // blocks here
	defer l.mu.Unlock()
	return l.balances[name]
}

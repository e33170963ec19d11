package transfer

import "sync"

type Account struct {
	mu      sync.Mutex
	balance int
}

// Transfer moves money between two accounts.
func Transfer(from, to *Account, n int) bool {
	if from == to || n <= 0 {
		return false
	}
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock() // want "Transfer locks to.mu while it holds from.mu, two of one kind"
	defer to.mu.Unlock()
	if from.balance < n {
		return false
	}
	from.balance -= n
	to.balance += n
	return true
}

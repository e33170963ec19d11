package ids

import "sync"

type Account struct {
	id      int
	mu      sync.Mutex
	balance int
}

// Transfer locks the account with the smaller id first.
func Transfer(from, to *Account, n int) {
	if from.id == to.id {
		return
	}
	if from.id < to.id {
		from.mu.Lock()
		to.mu.Lock()
	} else {
		to.mu.Lock()
		from.mu.Lock()
	}
	defer from.mu.Unlock()
	defer to.mu.Unlock()
	from.balance -= n
	to.balance += n
}

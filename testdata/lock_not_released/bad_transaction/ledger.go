// Package ledger has transactions that keep two of its locks.
package ledger

import (
	"errors"
	"sync"
)

var errClosed = errors.New("closed")

type ledger struct {
	writeLock sync.Mutex
	closeLock sync.RWMutex
	closed    bool
	entries   map[string]int
}

type transaction struct {
	ledger   *ledger
	writable bool
	done     bool
}

// begin starts a transaction; its end releases the locks.
func (l *ledger) begin(writable bool) (*transaction, error) {
	if writable {
		l.writeLock.Lock()
	}
	l.closeLock.RLock() // want "View returns with l.closeLock locked"
	if l.closed {
		l.closeLock.RUnlock()
		if writable {
			l.writeLock.Unlock()
		}
		return nil, errClosed
	}
	tx := &transaction{ledger: l, writable: writable}
	return tx, nil
}

func (tx *transaction) end() {
	tx.done = true
	tx.ledger.closeLock.RUnlock()
	if tx.writable {
		tx.ledger.writeLock.Unlock()
	}
}

// Rollback ends it once.
func (tx *transaction) Rollback() error {
	if tx.done {
		return errClosed
	}
	tx.end()
	return nil
}

// View reads, and forgets the transaction if that fails.
func (l *ledger) View(read func(map[string]int) error) error {
	tx, err := l.begin(false)
	if err != nil {
		return err
	}
	if err := read(l.entries); err != nil {
		return err
	}
	return tx.Rollback()
}

// Update writes.
func (l *ledger) Update(write func(map[string]int)) error {
	tx, err := l.begin(true)
	if err != nil {
		return err
	}
	write(l.entries)
	return tx.Rollback()
}

// Close waits for the transactions.
func (l *ledger) Close() {
	l.closeLock.Lock() // blocks here
	defer l.closeLock.Unlock()
	l.closed = true
}

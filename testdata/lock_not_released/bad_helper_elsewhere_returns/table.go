// Package table is filled before anybody reads it.
package table

import (
	"sync"

	"golintsched.test/cases/lock_not_released/bad_helper_elsewhere_returns/report"
)

var (
	mu    sync.Mutex
	table = map[string]int{}
)

// Fill adds what can be read.
func Fill(name string, read func(string) (int, error)) {
	mu.Lock() // want "Fill can return with mu locked"
	value, err := read(name)
	if err == nil {
		table[name] = value
		mu.Unlock()
		return
	}
	report.OnError(err, false)
}

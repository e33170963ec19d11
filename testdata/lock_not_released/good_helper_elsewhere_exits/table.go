// Package table is filled before anybody reads it; what cannot be filled ends the program.
package table

import (
	"sync"

	"golintsched.test/cases/lock_not_released/good_helper_elsewhere_exits/fatal"
)

var (
	mu    sync.Mutex
	table = map[string]int{}
)

// Fill adds what can be read.
func Fill(name string, read func(string) (int, error)) {
	mu.Lock()
	value, err := read(name)
	if err == nil {
		table[name] = value
		mu.Unlock()
		return
	}
	fatal.OnError(err)
}

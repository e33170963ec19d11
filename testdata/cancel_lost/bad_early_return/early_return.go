// Package refresh keeps a cache of rates up to date.
package refresh

import (
	"context"
	"errors"
)

var errNoKeys = errors.New("no keys")

// Rates loads the rates of these currencies.
func Rates(ctx context.Context, keys []string) (int, error) {
	ctx, cancel := context.WithCancel(ctx) // want "Rates can return without calling `cancel`"
	n, err := load(ctx, keys)
	if err != nil {
		return 0, err
	}
	if n == 0 {
		return 0, errNoKeys
	}
	cancel()
	return n, nil
}

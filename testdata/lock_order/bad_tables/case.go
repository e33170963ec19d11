package tables

import "sync"

var (
	pricesMu sync.RWMutex
	stockMu  sync.RWMutex
	prices   = map[string]int{}
	stock    = map[string]int{}
)

func Sell(item string) int {
	stockMu.Lock()
	defer stockMu.Unlock()
	stock[item]--
	pricesMu.RLock() // want "Sell locks pricesMu while it holds stockMu"
	defer pricesMu.RUnlock()
	return prices[item]
}

func Reprice(item string, price int) {
	pricesMu.Lock()
	defer pricesMu.Unlock()
	if inStock(item) {
		prices[item] = price
	}
}

func inStock(item string) bool {
	stockMu.RLock()
	defer stockMu.RUnlock()
	return stock[item] > 0
}

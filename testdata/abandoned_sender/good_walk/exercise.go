package good

import (
	"errors"
	"sync"
)

// Exercise plays it.
func Exercise() {
	giveUp := make(chan struct{})
	close(giveUp)
	_ = firstFailure(".", func(string) error { return errors.New("no") }, giveUp)
	var numbers sync.Map
	numbers.Store("one", 1)
	numbers.Store("two", 2)
	sum(&numbers)
}

package packagevariable

import "sync"

type record struct{ line string }

var (
	mu      sync.Mutex
	pending chan record
	total   int
)

func submit(r record) {
	mu.Lock()
	total++
	mu.Unlock()
	pending <- r // want "`pending` is nil, nothing in the package gives it a channel"
}

func drain(write func(record)) {
	for r := range pending {
		write(r)
	}
}

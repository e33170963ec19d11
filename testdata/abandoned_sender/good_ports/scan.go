package good

type dialer func(port int) bool

func probe(dial dialer, port int, open chan<- bool) { open <- dial(port) }

// countOpen takes every answer.
func countOpen(dial dialer, first, last int) (count int) {
	open := make(chan bool)
	for port := first; port <= last; port++ {
		go probe(dial, port, open)
	}
	for port := first; port <= last; port++ {
		if <-open {
			count++
		}
	}
	return count
}

// anyOpen has room for every answer.
func anyOpen(dial dialer, first, last int) bool {
	count := last - first + 1
	open := make(chan bool, count)
	for port := first; port <= last; port++ {
		go probe(dial, port, open)
	}
	for range count {
		if <-open {
			return true
		}
	}
	return false
}

// anyOpenOf is told the number of ports by its caller.
func anyOpenOf(dial dialer, first, last, room int) bool {
	open := make(chan bool, room)
	for port := first; port <= last; port++ {
		go probe(dial, port, open)
	}
	return <-open
}

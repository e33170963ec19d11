package bad

type dialer func(port int) bool

func probe(dial dialer, port int, open chan<- bool) {
	open <- dial(port) // want "nobody receives what it sends on `open`"
}

// AnyOpen tells whether one of the ports from first to last is open.
func AnyOpen(dial dialer, first, last int) bool {
	open := make(chan bool)
	for port := first; port <= last; port++ {
		go probe(dial, port, open)
	}
	for port := first; port <= last; port++ {
		if <-open {
			return true
		}
	}
	return false
}

package memberdeleted

func Exercise() {
	h := &hall{events: make(chan string), seats: map[chan string]int{make(chan string, 1): 1}}
	go func() {
		for _, e := range []string{"a", "b", "c"} {
			h.events <- e
		}
		close(h.events)
	}()
	h.serve()
}

type hall struct {
	events chan string
	seats  map[chan string]int
}

func (h *hall) serve() {
	for e := range h.events {
		for seat := range h.seats {
			select {
			case seat <- e:
			default:
				close(seat)
				delete(h.seats, seat)
			}
		}
	}
}

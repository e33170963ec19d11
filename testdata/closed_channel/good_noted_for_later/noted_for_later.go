package notedforlater

func Exercise() {
	r := &ring{events: make(chan int), ends: map[int]chan int{1: make(chan int, 1)}}
	go func() {
		for e := range 3 {
			r.events <- e
		}
		close(r.events)
	}()
	r.serve()
}

type ring struct {
	events chan int
	ends   map[int]chan int
}

func (r *ring) serve() {
	for e := range r.events {
		var slow []int
		for name, end := range r.ends {
			select {
			case end <- e:
			default:
				close(end)
				slow = append(slow, name)
			}
		}
		r.drop(slow)
	}
}

func (r *ring) drop(names []int) {
	for _, name := range names {
		delete(r.ends, name)
	}
}

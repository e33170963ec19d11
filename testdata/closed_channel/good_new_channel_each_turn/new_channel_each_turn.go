package newchanneleachturn

type round struct {
	start chan struct{}
}

func (r *round) play(turns int, each func(<-chan struct{})) {
	for range turns {
		r.start = make(chan struct{})
		go each(r.start)
		close(r.start)
	}
}

type lane struct{ in chan int }

func closeAll(lanes []*lane) {
	for _, l := range lanes {
		close(l.in)
	}
}

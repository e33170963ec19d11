package endvalue

type frame struct {
	data []byte
	last bool
}

type Relay struct {
	frames   chan frame
	finished chan struct{}
	write    func([]byte)
}

var open = func(write func([]byte)) *Relay {
	r := &Relay{frames: make(chan frame, 1), finished: make(chan struct{}), write: write}
	go r.loop()
	return r
}

// loop ends at the last frame, as well as by a close.
func (r *Relay) loop() {
	defer close(r.finished)
	for f := range r.frames {
		if f.last {
			return
		}
		r.write(f.data)
	}
}

func (r *Relay) Copy(read func() ([]byte, error)) error {
	for {
		data, err := read()
		if err != nil {
			r.frames <- frame{last: true}
			return err
		}
		if data == nil {
			break
		}
		r.frames <- frame{data: data}
	}
	close(r.frames)
	return nil
}

func (r *Relay) Wait() { <-r.finished }
